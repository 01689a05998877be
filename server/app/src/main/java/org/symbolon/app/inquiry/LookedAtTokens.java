package org.symbolon.app.inquiry;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.LookAtToken;
import org.symbolon.command.token.port.KnownTokens;

/** Looks at tokens where their events are, for a read model of what log-ins change may be behind. */
@Component
final class LookedAtTokens implements KnownTokens {

    private final CommandSender commands;

    LookedAtTokens(CommandSender commands) {
        this.commands = commands;
    }

    @Override
    public Optional<KnownToken> find(String serial, String transactionId) {
        Optional<?> found = (Optional<?>) commands.sendAs("", new LookAtToken(serial, transactionId));
        return found.map(KnownToken.class::cast);
    }
}
