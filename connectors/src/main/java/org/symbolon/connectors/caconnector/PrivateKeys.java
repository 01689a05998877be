package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.symbolon.connectors.crypto.BouncyCastle;
import org.symbolon.events.shared.Secret;

/** Reads private keys as PEM, in all forms that openssl writes, enciphered or not. */
final class PrivateKeys {

    private PrivateKeys() {}

    /** The first key; empty where there is none that can be read with this password. */
    static Optional<PrivateKey> read(String text, Secret password) {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                PrivateKeyInfo info = info(found, password.reveal().toCharArray());
                if (info != null) {
                    return Optional.of(converter().getPrivateKey(info));
                }
            }
        } catch (IOException | OperatorCreationException | PKCSException | RuntimeException unusable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static PrivateKeyInfo info(Object found, char[] password)
            throws IOException, OperatorCreationException, PKCSException {
        if (found instanceof PrivateKeyInfo open) {
            return open;
        }
        if (found instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (found instanceof PKCS8EncryptedPrivateKeyInfo locked) {
            return locked.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(BouncyCastle.provider())
                    .build(password));
        }
        return found instanceof PEMEncryptedKeyPair locked ? unlocked(locked, password) : null;
    }

    private static PrivateKeyInfo unlocked(PEMEncryptedKeyPair locked, char[] password) throws IOException {
        return locked.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                        .setProvider(BouncyCastle.provider())
                        .build(password))
                .getPrivateKeyInfo();
    }

    private static JcaPEMKeyConverter converter() throws PEMException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        converter.setAlgorithmMapping(X9ObjectIdentifiers.id_ecPublicKey, "EC");
        return converter;
    }
}
