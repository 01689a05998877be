package org.symbolon.connectors.caconnector;

import java.util.List;
import java.util.Map;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.RevokedCertificate;
import org.symbolon.command.examination.port.Finding;

/** One kind of certificate authority. What it does not say here, authorities of its kind cannot do. */
interface AuthorityKind {

    AuthorityAnswer request(Authority authority, CertificateRequest request);

    default AuthorityAnswer ask(Authority authority, String requestId) {
        throw new AuthorityException(authority.name(), Trouble.UNABLE, "it keeps no request waiting");
    }

    /** Whether the authority still keeps the certificate as one that counts. */
    boolean giveUp(Authority authority, String certificate);

    default void revoke(Authority authority, RevokedCertificate certificate) {
        throw new AuthorityException(authority.name(), Trouble.UNABLE, "it is told elsewhere what is revoked");
    }

    default boolean publish(Authority authority, boolean forced) {
        return false;
    }

    Map<String, Object> templates(Authority authority);

    default List<String> choices(Authority authority) {
        return List.of();
    }

    /**
     * What can be found out about an authority without having it issue anything.
     *
     * @throws AuthorityException if it cannot be used
     */
    List<Finding> examine(Authority authority);
}
