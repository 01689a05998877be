package org.symbolon.api.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * Requests that the server makes itself, as parts of a larger one: with the log-in of whoever sent that, held against his rights as if he
 * had sent each of them, and each with its own row in the audit.
 */
public interface InnerRequests {

    /**
     * Who sent the larger one, from where and how; for as long as he is logged in.
     *
     * @param id that of the larger one
     */
    record Sender(String id, RequestHeaders headers, String peer, String client) {

        public static Sender of(ApiRequest outer) {
            return new Sender(outer.id(), outer.headers().kept(), outer.peer(), outer.client());
        }

        /** Shows no log-in token. */
        @Override
        public String toString() {
            return "Sender[" + id + "]";
        }
    }

    /**
     * What is wanted.
     *
     * @param path without anything that would have to be encoded
     */
    record Wanted(String method, String path, Map<String, Object> parameters) {}

    /**
     * A request that nothing is done with, but that rights can be asked about.
     *
     * @throws ApiException 401 if its sender is not logged in any more
     */
    ApiRequest of(Sender sender, Wanted wanted);

    /**
     * Does it, and answers the refusal where it is not done.
     *
     * @param within called in the transaction of what it does; behind it, if it does nothing
     * @throws ApiException 401 if its sender is not logged in any more
     */
    Optional<ApiException> send(Sender sender, Wanted wanted, Runnable within);
}
