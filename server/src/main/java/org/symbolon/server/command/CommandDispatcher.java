package org.symbolon.server.command;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.error.Refusal;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;

/**
 * Sends the command of a request, once more when another node or thread was faster, and puts the audit's fact into the
 * same commit: either everything that the request caused is recorded, or nothing happened.
 */
public class CommandDispatcher {

    private static final int MOST_ATTEMPTS = 10;
    private static final long LEAST_PAUSE_NANOS = 500_000;
    private static final long MORE_PAUSE_NANOS = 2_000_000;

    private final CommandBus bus;
    private final Correlation correlation;

    public CommandDispatcher(CommandBus bus, Correlation correlation) {
        this.bus = bus;
        this.correlation = correlation;
    }

    /** Sends the command and answers what the function makes of its result. */
    public <R> Reply send(ApiRequest request, Object command, Function<R, Reply> answer) {
        return sendFresh(request, () -> command, answer);
    }

    /** As {@link #send} for a command that must be made anew for each attempt, from what is true then. */
    public <R> Reply sendFresh(ApiRequest request, Supplier<?> command, Function<R, Reply> answer) {
        return send(request, command, new AuditedAnswer<>(request, answer, false));
    }

    /** As {@link #sendFresh}; what was decided stands, also where the function refuses to answer so. */
    public <R> Reply sendDecided(ApiRequest request, Supplier<?> command, Function<R, Reply> answer) {
        return send(request, command, new AuditedAnswer<>(request, answer, true));
    }

    private Reply send(ApiRequest request, Supplier<?> command, AuditedAnswer<?> audited) {
        Map<String, Object> metaData = correlation.of(request);
        metaData.put(AuditedAnswer.KEY, audited);
        attempt(command, metaData);
        request.markAudited();
        return audited.reply();
    }

    /** Sends a command of a request that has no answer of its own to record. */
    public void sendQuietly(ApiRequest request, Object command) {
        attempt(() -> command, correlation.of(request));
    }

    /** Sends a command that no request caused: the command line's, a task's. */
    public Object sendAs(String actor, Object command) {
        return attempt(() -> command, correlation.ofActor(actor));
    }

    private Object attempt(Supplier<?> command, Map<String, Object> metaData) {
        for (int attempt = 1; ; attempt++) {
            try {
                Object given = command.get();
                return once(GenericCommandMessage.asCommandMessage(given)
                        .withMetaData(correlation.ofCommand(given, metaData)));
            } catch (ConcurrencyException | AggregateStreamCreationException | OutdatedException conflict) {
                if (attempt == MOST_ATTEMPTS) {
                    throw conflict;
                }
                long most = LEAST_PAUSE_NANOS + MORE_PAUSE_NANOS * attempt;
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LEAST_PAUSE_NANOS, most));
            } catch (Refusal refusal) {
                throw Refusals.onTheWire(refusal);
            }
        }
    }

    /** The bus calls back on this very thread. */
    private Object once(CommandMessage<?> message) {
        AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
        bus.dispatch(message, (sent, received) -> result.set(received));
        CommandResultMessage<?> received = result.get();
        if (!received.isExceptional()) {
            return received.getPayload();
        }
        Throwable failure = received.exceptionResult();
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        throw new IllegalStateException("A command failed", failure);
    }
}
