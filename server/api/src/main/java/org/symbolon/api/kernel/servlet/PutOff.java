package org.symbolon.api.kernel.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.PostponedRequests;
import org.symbolon.api.kernel.Postponement;

/**
 * A request that is answered later. What it has sent is kept, for its body cannot be read twice.
 *
 * @param parameters as they were read
 */
record PutOff(Postponement until, Parameters parameters) {

    private static final String NAME = PutOff.class.getName();

    /** Lets go of the thread; the container brings the request back on another one when it is to go on. */
    void begin(HttpServletRequest request, PostponedRequests postponed) {
        AsyncContext waiting = request.startAsync();
        waiting.setTimeout(0);
        request.setAttribute(NAME, this);
        BodyFilter.passAgain(request);
        postponed.add(until, () -> waiting.dispatch(BodyFilter.ANY_PATH));
    }

    /** Whether a request was put off, and goes on now. */
    static Optional<PutOff> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(NAME)).map(PutOff.class::cast);
    }

    void resume(ApiRequest request) {
        request.parameters(parameters);
        request.resumed(until.key());
    }

    /** Shows nothing that was sent. */
    @Override
    public String toString() {
        return "PutOff[" + until.key() + "]";
    }
}
