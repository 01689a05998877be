package org.symbolon.endtoend.harness;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.symbolon.command.sending.CommandSender;

/** Does alone, as a command with its transaction, what otherwise is a part of larger decisions. */
public final class PartOfACommand {

    private static final MessageHandler<CommandMessage<?>> HANDLER =
            message -> ((PartOfACommand) message.getPayload()).part.decide();

    private final Part part;

    private PartOfACommand(Part part) {
        this.part = part;
    }

    /** A part of a decision, with its result. */
    @FunctionalInterface
    public interface Part {
        Object decide() throws Exception;
    }

    public static Object send(InProcessServer server, Part part) {
        server.bean(CommandBus.class).subscribe(PartOfACommand.class.getName(), HANDLER);
        return server.bean(CommandSender.class).sendAs("test", new PartOfACommand(part));
    }
}
