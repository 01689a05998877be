package org.symbolon.api.kernel;

/** What policies say about a request before its handler runs. */
public interface RequestPolicing {

    /**
     * Who handles the request.
     *
     * @throws RuntimeException the refusal if policies forbid it
     */
    Handler before(ApiRequest request);

    /**
     * Refuses somebody for whom the route is not, if what he lacks first is the right.
     *
     * @throws RuntimeException the refusal if policies forbid it
     */
    void refuseBeforeRole(ApiRequest request);

    /**
     * Looks for the right alone that the route needs, for a request of which nothing is done.
     *
     * @throws RuntimeException the refusal if it is not there
     */
    void requireRight(ApiRequest request);
}
