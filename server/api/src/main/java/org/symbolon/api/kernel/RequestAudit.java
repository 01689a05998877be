package org.symbolon.api.kernel;

/**
 * Writes the audit's row of a request whose handler did not write it with its own facts. It runs before the answer
 * leaves; requests that no route matches and those refused for want of a log-in write none.
 */
public interface RequestAudit {

    /** An exception from here turns the answer into a server error: nothing is answered that is not recorded. */
    void answered(ApiRequest request);

    /** An exception from here is logged; the refusal is answered all the same. */
    void refused(ApiRequest request, ApiException refusal);
}
