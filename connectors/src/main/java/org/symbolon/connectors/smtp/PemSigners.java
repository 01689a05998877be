package org.symbolon.connectors.smtp;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.EncryptionException;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.MailSigners;
import org.symbolon.command.smtpserver.port.UnsoundSignerException;
import org.symbolon.command.smtpserver.port.UnsoundSignerException.Fault;
import org.symbolon.connectors.crypto.BouncyCastle;
import org.symbolon.events.shared.Secret;

/** Reads certificates and keys as openssl writes them: keys as PKCS #8 or in the older forms, encrypted or not. */
public final class PemSigners implements MailSigners {

    /** Java's own has not all ciphers under the names by which keys name them. */
    @Override
    public MailSigner read(String certificates, Secret privateKey, Optional<Secret> passphrase) {
        PrivateKeyInfo key = key(privateKey, passphrase);
        MailSigner signer = new MailSigner(certificates, PemText.of(plain(key)), true);
        SigningIdentity.of(signer).requireItsKey();
        return signer;
    }

    /** Older forms repeat in a key of a curve which curve it is, and Java wants none of that. */
    private static PrivateKeyInfo plain(PrivateKeyInfo key) {
        if (!key.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return key;
        }
        try {
            ASN1Sequence parts = ASN1Sequence.getInstance(key.parsePrivateKey());
            ASN1Encodable[] needed = {parts.getObjectAt(0), parts.getObjectAt(1)};
            return new PrivateKeyInfo(key.getPrivateKeyAlgorithm(), new DERSequence(needed));
        } catch (IOException | RuntimeException unreadable) {
            throw new UnsoundSignerException(Fault.KEY);
        }
    }

    private static PrivateKeyInfo key(Secret pem, Optional<Secret> passphrase) {
        try (PEMParser parser = new PEMParser(new StringReader(pem.reveal()))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                Optional<PrivateKeyInfo> key = key(found, passphrase);
                if (key.isPresent()) {
                    return key.get();
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable instanceof UnsoundSignerException known ? known : new UnsoundSignerException(Fault.KEY);
        }
        throw new UnsoundSignerException(Fault.KEY);
    }

    /** What else stands beside a key, such as the parameters of a curve, is none. */
    private static Optional<PrivateKeyInfo> key(Object found, Optional<Secret> passphrase) throws IOException {
        if (found instanceof PrivateKeyInfo key) {
            return Optional.of(key);
        }
        if (found instanceof PEMKeyPair pair) {
            return Optional.of(pair.getPrivateKeyInfo());
        }
        if (found instanceof PEMEncryptedKeyPair pair) {
            return Optional.of(opened(pair, opening(passphrase)));
        }
        return found instanceof PKCS8EncryptedPrivateKeyInfo box
                ? Optional.of(opened(box, opening(passphrase)))
                : Optional.empty();
    }

    private static char[] opening(Optional<Secret> passphrase) {
        return passphrase
                .map(known -> known.reveal().toCharArray())
                .orElseThrow(() -> new UnsoundSignerException(Fault.PASSPHRASE));
    }

    private static PrivateKeyInfo opened(PEMEncryptedKeyPair pair, char[] passphrase) throws IOException {
        try {
            return pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(BouncyCastle.provider())
                            .build(passphrase))
                    .getPrivateKeyInfo();
        } catch (EncryptionException wrong) {
            throw new UnsoundSignerException(Fault.PASSPHRASE);
        }
    }

    private static PrivateKeyInfo opened(PKCS8EncryptedPrivateKeyInfo box, char[] passphrase) {
        try {
            return box.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(BouncyCastle.provider())
                    .build(passphrase));
        } catch (PKCSException | OperatorCreationException wrong) {
            throw new UnsoundSignerException(Fault.PASSPHRASE);
        }
    }
}
