package org.symbolon.connectors.caconnector;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Requests as somebody's program makes them. */
final class SoftRequest {

    private SoftRequest() {}

    static String of(String subject) {
        return of(subject, false);
    }

    /** One by which somebody would like to be an authority. */
    static String ofAuthority(String subject) {
        return of(subject, true);
    }

    /** One for a key that somebody else has. */
    static String ofAnothersKey(String subject) {
        return of(subject, false, keys().getPublic(), keys().getPrivate());
    }

    private static String of(String subject, boolean authority) {
        KeyPair keys = keys();
        return of(subject, authority, keys.getPublic(), keys.getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String of(String subject, boolean authority, PublicKey key, PrivateKey signing) {
        try {
            PKCS10CertificationRequestBuilder builder =
                    new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), key);
            if (authority) {
                ExtensionsGenerator wishes = new ExtensionsGenerator();
                wishes.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wishes.generate());
            }
            return Pem.ofRequest(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing))
                    .getEncoded());
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }
}
