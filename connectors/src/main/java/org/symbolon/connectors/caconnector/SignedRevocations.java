package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.RevokedCertificate;

/** Makes the list of what an authority has revoked (RFC 5280, section 5). */
final class SignedRevocations {

    private static final String VALIDITY = "CRL_Validity_Period";
    private static final int USUAL_DAYS = 30;
    private static final int HEXADECIMAL = 16;

    private SignedRevocations() {}

    /** The list as PEM. Its number is the time, which grows on all nodes alike. */
    static String of(Authority authority, SigningKey key, List<RevokedCertificate> revoked, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant next = second.plus(Duration.ofDays(Math.max(1, authority.days(VALIDITY, USUAL_DAYS))));
        X509v2CRLBuilder builder = new X509v2CRLBuilder(
                X500Name.getInstance(key.certificate().getSubjectX500Principal().getEncoded()), Date.from(second));
        builder.setNextUpdate(Date.from(next));
        for (RevokedCertificate certificate : revoked) {
            builder.addCRLEntry(
                    new BigInteger(certificate.serial(), HEXADECIMAL),
                    Date.from(certificate.revoked()),
                    certificate.reason().code());
        }
        try {
            builder.addExtension(Extension.authorityKeyIdentifier, false, AuthorityKey.identifier(key.certificate()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            return Pem.written(
                    Pem.REVOCATION_LIST, builder.build(key.signer(authority)).getEncoded());
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("A revocation list cannot be written", impossible);
        }
    }
}
