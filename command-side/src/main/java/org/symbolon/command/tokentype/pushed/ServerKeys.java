package org.symbolon.command.tokentype.pushed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.apache.commons.codec.binary.Base32;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.events.shared.Secret;

/**
 * The keys with which the server signs what it asks the telephone of one token, both as PEM of PKCS#1 (RFC 8017, appendix A.1), as eduMFA and
 * privacyIDEA keep them.
 */
public record ServerKeys(String publicPem, Secret privatePem) {

    private static final String PUBLIC = "RSA PUBLIC KEY";
    private static final String PRIVATE = "RSA PRIVATE KEY";
    private static final int LINE = 64;

    public static ServerKeys of(KeyPair pair) {
        try {
            byte[] open = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                    .parsePublicKey()
                    .getEncoded();
            byte[] secret = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded())
                    .parsePrivateKey()
                    .toASN1Primitive()
                    .getEncoded();
            return new ServerKeys(pem(PUBLIC, open), Secret.of(pem(PRIVATE, secret)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A key that was just made has no encoding", impossible);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + lines(der) + "\n-----END " + label + "-----";
    }

    private static String lines(byte[] der) {
        return Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
    }

    /** The public one without its first and its last line, as telephones are told it. */
    String publicBody() {
        return body(publicPem);
    }

    private static String body(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----", "").strip();
    }

    /** The signature of a text, in UTF-8 (RSASSA-PKCS1-v1_5 with SHA-256), in Base32. */
    static String signature(Secret privatePem, String said) {
        try {
            Signature signing = NativeCrypto.signature("SHA256withRSA");
            signing.initSign(key(privatePem));
            signing.update(said.getBytes(StandardCharsets.UTF_8));
            return new Base32().encodeToString(signing.sign());
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("A key that was kept cannot sign", impossible);
        }
    }

    private static PrivateKey key(Secret privatePem) throws GeneralSecurityException, IOException {
        RSAPrivateKey kept = RSAPrivateKey.getInstance(Base64.getMimeDecoder().decode(body(privatePem.reveal())));
        AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(new PrivateKeyInfo(rsa, kept).getEncoded()));
    }
}
