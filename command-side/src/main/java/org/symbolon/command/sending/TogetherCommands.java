package org.symbolon.command.sending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.symbolon.command.error.Refusal;

/**
 * Has several commands handled in one unit of work, each as if it had been sent alone. What they decide is stored together behind the
 * last of them, so that they see what those before them made of aggregates, but not of read models ({@link
 * org.symbolon.command.shared.DecidedSoFar}).
 */
public class TogetherCommands {

    private final CommandBus bus;

    public TogetherCommands(CommandBus bus) {
        this.bus = bus;
    }

    /** The results, in the order of the commands. */
    @CommandHandler
    public List<Object> handle(DoTogether all, MetaData origin) {
        List<Object> results = new ArrayList<>();
        for (DoTogether.Step step : all.steps()) {
            try {
                Object result = handled(step, origin);
                step.check().accept(result);
                results.add(result);
            } catch (Refusal refused) {
                throw Refusal.of(refused.code(), step.what() + ": " + refused.getMessage());
            }
        }
        return results;
    }

    private Object handled(DoTogether.Step step, MetaData origin) {
        Map<String, Object> metaData = new HashMap<>(origin);
        metaData.put(AuditFact.KEY, new AuditFact<>(step.fact()));
        AtomicReference<CommandResultMessage<?>> received = new AtomicReference<>();
        bus.dispatch(
                GenericCommandMessage.asCommandMessage(step.command()).withMetaData(metaData),
                (sent, result) -> received.set(result));
        CommandResultMessage<?> result = received.get();
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        throw CommandSender.unchecked(result.exceptionResult());
    }
}
