package org.symbolon.command.caconnector.port;

import java.util.List;

/** What an authority makes of a request that it does not deny. */
public sealed interface AuthorityAnswer {

    /**
     * It has issued.
     *
     * @param certificate as PEM
     * @param chain the certificates above it that the authority shows, as PEM, the nearest first
     */
    record Issued(String certificate, List<String> chain) implements AuthorityAnswer {

        public Issued {
            chain = List.copyOf(chain);
        }
    }

    /**
     * Somebody has to approve it.
     *
     * @param requestId by which it can be asked about later
     */
    record Pending(String requestId) implements AuthorityAnswer {}
}
