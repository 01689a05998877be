package org.symbolon.command.sending;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.symbolon.events.audit.RequestAnswered;

/**
 * Sends a command, once more when another node or thread was faster. What causes it, be it a request, a task or a command line,
 * says where it comes from, and may add the audit's fact to the same commit: either everything is recorded, or nothing happened.
 */
public final class CommandSender {

    private final CommandBus bus;
    private final Correlation correlation;
    private final Attempts attempts;

    /**
     * Makes it.
     *
     * @param chance a thread's own source of chance, for pauses of which no two are alike
     */
    public CommandSender(CommandBus bus, Correlation correlation, Supplier<RandomGenerator> chance) {
        this.bus = bus;
        this.correlation = correlation;
        this.attempts = new Attempts(chance);
    }

    /**
     * Sends a command that is made anew for each attempt, from what is true then.
     *
     * @throws org.symbolon.command.error.Refusal if it is decided against
     */
    public Object send(Map<String, Object> origin, Supplier<?> command) {
        return attempt(command, origin);
    }

    /** As {@link #send}, with the audit's fact that the function makes of the result of the attempt; null for none. */
    public <R> void sendAudited(Map<String, Object> origin, Supplier<?> command, Function<R, RequestAnswered> fact) {
        Map<String, Object> metaData = new HashMap<>(origin);
        metaData.put(AuditFact.KEY, new AuditFact<>(fact));
        attempt(command, metaData);
    }

    /** Sends a command that no request caused: the command line's, a task's. */
    public Object sendAs(String actor, Object command) {
        return attempt(() -> command, correlation.ofActor(actor));
    }

    /** As {@link #sendAs(String, Object)}, with the audit's fact that the function makes of the result; null for none. */
    public <R> void sendAuditedAs(String actor, Object command, Function<R, RequestAnswered> fact) {
        sendAudited(correlation.ofActor(actor), () -> command, fact);
    }

    /** As {@link #sendAs(String, Object)} for a command that must be made anew for each attempt. */
    public Object sendFreshAs(String actor, Supplier<?> command) {
        return attempt(command, correlation.ofActor(actor));
    }

    private Object attempt(Supplier<?> command, Map<String, Object> metaData) {
        return attempts.of(() -> {
            Object given = command.get();
            return once(
                    GenericCommandMessage.asCommandMessage(given).withMetaData(correlation.ofCommand(given, metaData)));
        });
    }

    /** The bus calls back on this very thread. */
    private Object once(CommandMessage<?> message) {
        AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
        bus.dispatch(message, (sent, received) -> result.set(received));
        CommandResultMessage<?> received = result.get();
        if (!received.isExceptional()) {
            return received.getPayload();
        }
        throw unchecked(received.exceptionResult());
    }

    static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("A command failed", failure);
    }
}
