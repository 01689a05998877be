package org.symbolon.app.inquiry;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.smtpserver.LookAtSigner;
import org.symbolon.command.smtpserver.port.DefinedSigners;
import org.symbolon.command.smtpserver.port.MailSigner;

/** Looks at signers where the events of their mail servers are: no table has them. */
@Component
final class LookedAtSigners implements DefinedSigners {

    private final CommandSender commands;

    LookedAtSigners(CommandSender commands) {
        this.commands = commands;
    }

    @Override
    public Optional<MailSigner> find(String identifier) {
        Optional<?> found = (Optional<?>) commands.sendAs("", new LookAtSigner(identifier));
        return found.map(MailSigner.class::cast);
    }
}
