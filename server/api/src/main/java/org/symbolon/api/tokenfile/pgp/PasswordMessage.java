package org.symbolon.api.tokenfile.pgp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.symbolon.api.tokenfile.format.FileWorkFactor;
import org.symbolon.events.shared.Secret;

/** An OpenPGP message that whoever knows a password can read: {@code gpg --decrypt}. What is written to it is never anywhere in the clear. */
public final class PasswordMessage extends FilterOutputStream {

    private static final int PIECE = 16 << 10;

    private final OutputStream encrypted;
    private final OutputStream armour;
    private final OutputStream output;

    private PasswordMessage(OutputStream literal, OutputStream encrypted, OutputStream armour, OutputStream output) {
        super(literal);
        this.encrypted = encrypted;
        this.armour = armour;
        this.output = output;
    }

    /** Begins a message; closing it ends the message, and closes the output. */
    public static OutputStream to(OutputStream output, Secret password, FileWorkFactor workFactor, SecureRandom random)
            throws IOException {
        try {
            PGPEncryptedDataGenerator sealing =
                    new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                            .setWithIntegrityPacket(true)
                            .setSecureRandom(random));
            sealing.addMethod(new BcPBEKeyEncryptionMethodGenerator(
                    password.reveal().toCharArray(),
                    new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
                    workFactor.octetCount()));
            OutputStream armour = ArmoredOutputStream.builder().clearHeaders().build(output);
            OutputStream encrypted = sealing.open(armour, new byte[PIECE]);
            OutputStream literal = new PGPLiteralDataGenerator()
                    .open(encrypted, PGPLiteralData.BINARY, "", PGPLiteralData.NOW, new byte[PIECE]);
            return new PasswordMessage(literal, encrypted, armour, output);
        } catch (PGPException impossible) {
            throw new IOException(impossible);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.close();
        encrypted.close();
        armour.close();
        output.close();
    }
}
