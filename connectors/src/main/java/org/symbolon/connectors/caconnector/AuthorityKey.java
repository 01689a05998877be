package org.symbolon.connectors.caconnector;

import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** By what a certificate or a list says which key of its issuer has signed it (RFC 5280, section 4.2.1.1). */
final class AuthorityKey {

    private static final String SUBJECT_KEY = "2.5.29.14";

    private AuthorityKey() {}

    /** The identifier that the issuer's own certificate has, or the usual one where it has none. */
    static AuthorityKeyIdentifier identifier(X509Certificate issuer) throws NoSuchAlgorithmException {
        byte[] own = issuer.getExtensionValue(SUBJECT_KEY);
        if (own != null) {
            byte[] content = ASN1OctetString.getInstance(own).getOctets();
            return new AuthorityKeyIdentifier(
                    SubjectKeyIdentifier.getInstance(content).getKeyIdentifier());
        }
        try {
            return new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("A certificate that was read has no encoding", impossible);
        }
    }
}
