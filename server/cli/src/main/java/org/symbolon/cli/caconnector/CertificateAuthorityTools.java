package org.symbolon.cli.caconnector;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.cli.kernel.CommandFailedException;

/**
 * What the command line may do with certificate authorities: make one on this machine, and publish what is revoked.
 *
 * <p>A request that cannot be met throws a {@link CommandFailedException}.
 */
public interface CertificateAuthorityTools {

    List<Connector> list();

    /** Makes an authority in a directory, and a connector to it. Answers the directory. */
    Path create(NewConnector connector);

    /** Renews the list of what is revoked, if that is due or forced. Answers whether it was renewed. */
    boolean createRevocationList(String name, boolean forced);

    /**
     * A connector.
     *
     * @param options what it is told, without secrets
     */
    record Connector(String name, String type, Map<String, String> options) {}

    /**
     * A connector that is to be made, with its authority.
     *
     * @param directory of the authority; empty for one in the data directory
     * @param subject how the authority calls itself
     * @param keySize bits of its key
     * @param days for which its certificate is valid
     * @param listDays for which a revocation list is valid
     * @param overlapDays how long before its end a list is renewed
     * @param password that its key is enciphered with, empty for none
     */
    record NewConnector(
            String name,
            String type,
            Optional<Path> directory,
            String subject,
            int keySize,
            int days,
            int listDays,
            int overlapDays,
            String password) {

        /** Shows no password. */
        @Override
        public String toString() {
            return "NewConnector[" + name + ", " + type + "]";
        }
    }
}
