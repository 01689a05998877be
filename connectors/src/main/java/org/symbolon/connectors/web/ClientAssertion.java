package org.symbolon.connectors.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
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

/**
 * By which a client shows that it has the key of a certificate that its server knows (RFC 7523, 2.2): a token that it signs. Microsoft's
 * finds the certificate by its fingerprint, with SHA-1 ({@code x5t}) or SHA-256 ({@code x5t#S256}).
 */
final class ClientAssertion {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final long MOST_BYTES = 64 * 1024;
    private static final int BYTES_OF_SHA1 = 20;
    private static final int BYTES_OF_SHA256 = 32;
    private static final String FILE = "client_certificate: the file of private_key_file ";

    private final PrivateKey key;
    private final JWSHeader header;

    private ClientAssertion(PrivateKey key, JWSHeader header) {
        this.key = key;
        this.header = header;
    }

    /**
     * Reads the key, in PEM, be it encrypted or not.
     *
     * @param fingerprint of the certificate, in hexadecimal digits, with or without colons
     * @throws IllegalArgumentException if the two cannot be used
     */
    static ClientAssertion of(String file, Secret password, String fingerprint) {
        return new ClientAssertion(key(file, password), header(fingerprint));
    }

    private static JWSHeader header(String fingerprint) {
        try {
            byte[] digest =
                    HexFormat.of().parseHex(fingerprint.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT));
            if (digest.length == BYTES_OF_SHA256) {
                return new JWSHeader.Builder(JWSAlgorithm.PS256)
                        .x509CertSHA256Thumbprint(Base64URL.encode(digest))
                        .build();
            }
            if (digest.length == BYTES_OF_SHA1) {
                return sha1(Base64URL.encode(digest));
            }
        } catch (IllegalArgumentException malformed) {
            throw noFingerprint();
        }
        throw noFingerprint();
    }

    /** By which the certificate is found, and nothing is trusted. */
    @SuppressWarnings("deprecation")
    private static JWSHeader sha1(Base64URL fingerprint) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .x509CertThumbprint(fingerprint)
                .build();
    }

    private static IllegalArgumentException noFingerprint() {
        return new IllegalArgumentException(
                "client_certificate: certificate_fingerprint is no SHA-1 or SHA-256 in hexadecimal digits");
    }

    private static PrivateKey key(String file, Secret password) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                throw new IllegalArgumentException(FILE + "is no regular file, or too large");
            }
            try (PEMParser parser = new PEMParser(new StringReader(Files.readString(path)))) {
                PrivateKey key = new JcaPEMKeyConverter().getPrivateKey(information(parser.readObject(), password));
                if (!key.getAlgorithm().equals("RSA")) {
                    throw new IllegalArgumentException(FILE + "has no RSA key");
                }
                return key;
            }
        } catch (IOException | InvalidPathException | OperatorCreationException | PKCSException unreadable) {
            throw new IllegalArgumentException(
                    FILE + "has no private key in PEM, or private_key_password opens it not");
        }
    }

    private static PrivateKeyInfo information(Object read, Secret password)
            throws IOException, OperatorCreationException, PKCSException {
        char[] opening = password.reveal().toCharArray();
        if (read instanceof PrivateKeyInfo plain) {
            return plain;
        }
        if (read instanceof PEMKeyPair plain) {
            return plain.getPrivateKeyInfo();
        }
        if (read instanceof PEMEncryptedKeyPair encrypted) {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(BouncyCastle.provider())
                            .build(opening))
                    .getPrivateKeyInfo();
        }
        if (read instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(BouncyCastle.provider())
                    .build(opening));
        }
        throw new PEMException("No private key");
    }

    /** One that is good from now on, for a few minutes. */
    String signed(String client, String audience, Instant now, UUID number) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(audience)
                .jwtID(number.toString())
                .notBeforeTime(Date.from(now))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException(FILE + "has a key that cannot sign");
        }
        return token.serialize();
    }
}
