package org.symbolon.server.http;

/** What policies say about a request before its handler runs, and about the handler's reply before it is answered. */
public interface RequestPolicing {

    /**
     * May change parameters of the request.
     *
     * @throws ApiException if policies forbid the request
     */
    void before(ApiRequest request);

    /**
     * The reply as policies want it. What the handler has done is not undone.
     *
     * @throws ApiException if policies forbid to answer so
     */
    Reply after(ApiRequest request, Reply reply);
}
