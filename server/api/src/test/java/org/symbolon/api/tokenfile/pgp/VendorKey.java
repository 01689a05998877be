package org.symbolon.api.tokenfile.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.symbolon.command.secret.NativeCrypto;

/** A key of a server that a vendor encrypts for, made without any program. BouncyCastle wants dates of an old kind. */
@SuppressWarnings("JavaUtilDate")
public final class VendorKey {

    private static final int PIECE = 1 << 12;

    private final PGPSecretKeyRing ring;

    private VendorKey(PGPSecretKeyRing ring) {
        this.ring = ring;
    }

    public static VendorKey make() {
        return make(null);
    }

    static VendorKey make(String passphrase) {
        try {
            PGPKeyPair pair = new JcaPGPKeyPair(
                    PublicKeyPacket.VERSION_4,
                    PublicKeyAlgorithmTags.RSA_GENERAL,
                    NativeCrypto.rsaPair(2048, new SecureRandom()),
                    new Date());
            PBESecretKeyEncryptor sealing = passphrase == null
                    ? null
                    : new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                            .build(passphrase.toCharArray());
            return new VendorKey(new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            pair,
                            "eduMFA Server (Import)",
                            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                            null,
                            null,
                            new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                            sealing)
                    .generateSecretKeyRing());
        } catch (PGPException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As {@code gpg --export-secret-keys --armor} writes it. */
    public Path writeTo(Path folder, String permissions) throws IOException {
        Path file = Files.createDirectories(folder).resolve("import.asc");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour = new ArmoredOutputStream(bytes)) {
            ring.encode(armour);
        }
        Files.write(file, bytes.toByteArray());
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    String id() {
        return "%016X".formatted(ring.getPublicKey().getKeyID());
    }

    /** The content for this key, as programs of today encrypt. */
    public byte[] encrypt(byte[] content) {
        return encrypt(content, true);
    }

    byte[] encrypt(byte[] content, boolean isProtected) {
        PGPPublicKey key = ring.getPublicKey();
        PGPEncryptedDataGenerator generator =
                new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithIntegrityPacket(isProtected)
                        .setSecureRandom(new SecureRandom()));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour = new ArmoredOutputStream(bytes)) {
            try (OutputStream sealed = generator.open(armour, new byte[PIECE]);
                    OutputStream packed = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP).open(sealed);
                    OutputStream literal = new PGPLiteralDataGenerator()
                            .open(packed, PGPLiteralData.BINARY, "tokens", content.length, new Date())) {
                literal.write(content);
            }
        } catch (IOException | PGPException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
