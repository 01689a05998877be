package org.symbolon.command.caconnector.port;

import java.util.List;
import java.util.Map;

/** Asks certificate authorities. Each method returns within a bounded time, and throws {@link AuthorityException} where it failed. */
public interface CertificateAuthorities {

    /** Asks for a certificate. */
    AuthorityAnswer request(Authority authority, CertificateRequest request);

    /** Asks once more about a request that was pending. */
    AuthorityAnswer ask(Authority authority, String requestId);

    /**
     * Takes back a certificate that nobody has got: what it was issued for did not happen.
     *
     * @return whether the authority keeps it as one that counts, since it cannot be told otherwise
     */
    boolean giveUp(Authority authority, String certificate);

    /** Has the authority know that a certificate does not count any more, and say so to all who ask it. */
    void revoke(Authority authority, RevokedCertificate certificate);

    /**
     * Renews the list of revoked certificates where it is due.
     *
     * @param forced whether it is due in any case
     * @return whether it was renewed
     */
    boolean publish(Authority authority, boolean forced);

    /** The templates that requests may name, and what is said of each. */
    Map<String, Object> templates(Authority authority);

    /** The authorities among which the definition can choose; empty where there is no choice. */
    List<String> choices(Authority authority);
}
