package org.symbolon.api.kernel.servlet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Refusals;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.policy.asking.UnknownUserException;
import org.symbolon.policy.matching.PolicyRefusal;

/**
 * Turns whatever a handler throws into the wire format. A refusal, an endpoint's own or one of the command side's rules
 * that it asked, is an answer; any other exception is a fault that nobody expected. It is logged once, with the places it
 * came through but without the messages: those may quote a parameter, and a parameter may be a PIN.
 */
@Component
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int MOST_CAUSES = 10;

    private final StoreFaults store;

    Faults(StoreFaults store) {
        this.store = store;
    }

    ApiException refusal(ApiRequest request, Exception fault) {
        if (fault instanceof ApiException refusal) {
            return refusal;
        }
        if (fault instanceof Refusal refusal) {
            return Refusals.onTheWire(refusal);
        }
        if (fault instanceof PolicyRefusal refusal) {
            return ApiException.policy(refusal.getMessage());
        }
        if (fault instanceof UnknownUserException) {
            return RequestUsers.noSuchUser();
        }
        if (fault instanceof UserStoreUnavailableException unavailable) {
            LOG.error(
                    "Request {} ({}) failed: {}", request.id(), request.route().action(), unavailable.getMessage());
            return ApiException.internal();
        }
        if (store.isAway(fault)) {
            LOG.debug(
                    "Request {} ({}) found no database",
                    request.id(),
                    request.route().action());
            return ApiException.unavailable();
        }
        LOG.error("Request {} ({}) failed: {}", request.id(), request.route().action(), trace(fault));
        return store.isBehind(fault) ? ApiException.database() : ApiException.internal();
    }

    /** Whether nothing has happened, and the same may go well when it is done again. */
    boolean isPassing(Exception fault) {
        return store.isPassing(fault);
    }

    /** For a failure beside the answer, which stays as it is. */
    void log(ApiRequest request, String what, Exception fault) {
        if (store.isAway(fault)) {
            LOG.debug(
                    "Request {} ({}): {}: no database",
                    request.id(),
                    request.route().action(),
                    what);
            return;
        }
        LOG.error("Request {} ({}): {}: {}", request.id(), request.route().action(), what, trace(fault));
    }

    /** For a failure when the request is no longer at hand. */
    void log(String what, Exception fault) {
        LOG.error("{}: {}", what, trace(fault));
    }

    private String trace(Throwable fault) {
        StringBuilder text = new StringBuilder();
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            String word = store.wordFor(cause);
            text.append(word.isEmpty() ? "" : " (" + word + ")");
            for (StackTraceElement place : cause.getStackTrace()) {
                text.append("\n\tat ").append(place);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
