package org.symbolon.app.inquiry;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.token.LookForTaker;
import org.symbolon.command.token.port.KeyHolders;

/** Looks up where the events are which token has a key, so that every node knows as soon as one does. */
@Component
final class LookedUpHolders implements KeyHolders {

    private final CommandSender commands;

    LookedUpHolders(CommandSender commands) {
        this.commands = commands;
    }

    @Override
    public Optional<String> serialOf(String kind, String value) {
        Optional<?> found = (Optional<?>) commands.sendAs("", new LookForTaker(kind, value));
        return found.map(String.class::cast);
    }
}
