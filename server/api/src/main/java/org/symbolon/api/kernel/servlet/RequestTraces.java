package org.symbolon.api.kernel.servlet;

import org.symbolon.api.kernel.ApiRequest;

/** Tells whoever collects traces of requests through several servers what became of them in this one. */
@FunctionalInterface
public interface RequestTraces {

    /** Nobody collects any. */
    RequestTraces NONE = request -> status -> {};

    /** Begins the part of a trace that is here, on the thread of the request. */
    Part begin(ApiRequest request);

    /** What happens here. */
    @FunctionalInterface
    interface Part {

        /** It ends with an answer of this status, on the same thread. */
        void end(int status);
    }
}
