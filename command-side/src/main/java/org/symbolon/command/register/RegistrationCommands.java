package org.symbolon.command.register;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.register.MailRegistrationCode.Mailed;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.LimitCommands;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.events.effect.EffectCause;
import org.symbolon.events.shared.Secret;

/** Gives those who registered themselves a token, and plans the mail with its code in the same commit. */
public class RegistrationCommands {

    /** A mail that could not be begun by then is of no use: whoever waits for it has been told that it failed. */
    private static final Duration USEFUL = Duration.ofSeconds(30);

    private final LimitCommands enrolments;
    private final Effects effects;
    private final Clock clock;

    public RegistrationCommands(LimitCommands enrolments, Effects effects, Clock clock) {
        this.enrolments = enrolments;
        this.effects = effects;
        this.clock = clock;
    }

    @CommandHandler
    public Mailed handle(MailRegistrationCode command) throws Exception {
        Enrolled enrolled = (Enrolled) enrolments.handle(new WithinLimits(command.limits(), command.enrolment()));
        EffectCause cause = new EffectCause(enrolled.serial(), null);
        String effectId = effects.planAwaited(
                command.letter().with(codeOf(enrolled)), cause, clock.instant().plus(USEFUL));
        return new Mailed(enrolled.serial(), effectId);
    }

    private static Secret codeOf(Enrolled enrolled) {
        return enrolled.disclosures().stream()
                .filter(Disclosure.RegistrationCode.class::isInstance)
                .map(shown -> ((Disclosure.RegistrationCode) shown).code())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Such a token has no code to be mailed"));
    }
}
