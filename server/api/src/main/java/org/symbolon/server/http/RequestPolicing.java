package org.symbolon.server.http;

/** What policies say about a request before its handler runs. */
@FunctionalInterface
public interface RequestPolicing {

    /**
     * May change parameters of the request.
     *
     * @throws ApiException if policies forbid the request
     */
    void before(ApiRequest request);
}
