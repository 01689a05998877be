package org.symbolon.command.caconnector.port;

import java.time.Instant;
import java.util.List;

/** What is known of the certificates that authorities have issued for tokens, on every node alike. */
public interface CertificateRecords {

    /** The revoked ones of an authority that would still be valid at this time otherwise, in the order of their revocations. */
    List<RevokedCertificate> revokedOf(String connector, Instant validAt);

    /** Those that were revoked with the token of this serial. */
    List<RevokedCertificate> revokedWith(String tokenSerial);

    /** The tokens whose certificates authorities have not decided about. */
    List<PendingRequest> pending();
}
