package org.symbolon.command.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.user.MailRecoveryCode.Mailed;
import org.symbolon.command.user.port.PasswordResets;
import org.symbolon.events.effect.EffectCause;

/**
 * Keeps recovery codes and plans the mails with them in one commit. Nobody has more than a few that are still good, so that a
 * stranger cannot fill somebody's mailbox, from however many addresses he asks.
 */
public class RecoveryMailCommands {

    /** So many codes of one user may be good at a time. */
    static final int MOST = 5;

    /** A mail that could not be begun by then is of no use: whoever waits for it has been told that it failed. */
    private static final Duration USEFUL = Duration.ofSeconds(30);

    private final PasswordResetCommands resets;
    private final PasswordResets known;
    private final Effects effects;
    private final Clock clock;

    public RecoveryMailCommands(PasswordResetCommands resets, PasswordResets known, Effects effects, Clock clock) {
        this.resets = resets;
        this.known = known;
        this.effects = effects;
        this.clock = clock;
    }

    /**
     * Does it.
     *
     * @throws Refusal {@link Refusal#TOO_MANY} if the user has several codes that are still good
     */
    @CommandHandler
    public Mailed handle(MailRecoveryCode command) throws Exception {
        Instant now = clock.instant();
        requireFew(command.code(), now);
        int number = resets.handle(command.code());
        return new Mailed(number, effects.planAwaited(command.mail(), EffectCause.NONE, now.plus(USEFUL)));
    }

    private void requireFew(IssueRecoveryCode code, Instant now) {
        List<Integer> expired = known.expired(now);
        long good = known.pending(code.username(), code.realm()).stream()
                .filter(pending -> !expired.contains(pending.number()))
                .count();
        if (good >= MOST) {
            throw Refusal.tooMany();
        }
    }
}
