package org.symbolon.api.kernel;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers, or refuses with an {@link ApiException}. Any other exception is a fault of the server: it is logged and
     * answered as such.
     */
    Reply handle(ApiRequest request) throws Exception;
}
