package org.symbolon.api.kernel;

/** Requests that came by another protocol than HTTP. They are held to policies, audited and measured as those that came by it. */
public interface ForeignRequests {

    /**
     * Handles one, on this thread.
     *
     * @return the reply, which may be postponed; the request is then handled again
     * @throws ApiException the refusal, after it was audited
     */
    Reply handle(ApiRequest request);
}
