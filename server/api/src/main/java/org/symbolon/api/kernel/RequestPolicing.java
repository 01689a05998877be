package org.symbolon.api.kernel;

/** What policies say about a request before its handler runs. */
@FunctionalInterface
public interface RequestPolicing {

    /**
     * Who handles the request.
     *
     * @throws RuntimeException the refusal if policies forbid it
     */
    Handler before(ApiRequest request);
}
