package org.symbolon.api.kernel.servlet;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final int MOST_UNREADABLE = 1_000;

    private final StoreFaults store;
    private final Set<Long> toldOfUnreadable = ConcurrentHashMap.newKeySet();
    private final AtomicLong toldOfNoConnection = new AtomicLong(System.nanoTime() - SILENCE_NANOS);

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
            request.notes().info(unavailable.getMessage());
            return ApiException.internal();
        }
        if (store.isAway(fault)) {
            tellOfNoConnection(fault);
            return ApiException.unavailable();
        }
        OptionalLong unreadable = store.unreadableEvent(fault);
        if (unreadable.isPresent()) {
            tellOfUnreadableEvent(request, unreadable.getAsLong(), fault);
            return ApiException.unreadableEvent(unreadable.getAsLong());
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
            tellOfNoConnection(fault);
            return;
        }
        LOG.error("Request {} ({}): {}: {}", request.id(), request.route().action(), what, trace(fault));
    }

    /** For a failure when the request is no longer at hand. */
    void log(String what, Exception fault) {
        LOG.error("{}: {}", what, trace(fault));
    }

    /** All connections are in use for too long: once a minute is enough, since it concerns everybody. */
    private void tellOfNoConnection(Exception fault) {
        long last = toldOfNoConnection.get();
        long now = System.nanoTime();
        if (!store.isKnownToBeAway(fault)
                && now - last >= SILENCE_NANOS
                && toldOfNoConnection.compareAndSet(last, now)) {
            LOG.warn("Requests are answered with 503, since no connection to the database is free");
        }
    }

    /** In full the first time, since every request about the same thing meets it again. */
    private void tellOfUnreadableEvent(ApiRequest request, long index, Exception fault) {
        if (toldOfUnreadable.size() < MOST_UNREADABLE && toldOfUnreadable.add(index)) {
            LOG.error(
                    "Request {} ({}) failed: {}", request.id(), request.route().action(), trace(fault));
        }
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
