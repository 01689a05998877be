package org.symbolon.command.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.auth.port.Revocations;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.auth.ExpiredRevocationsRemoved;

/** Revokes log-ins. */
public class RevocationCommands {

    /** Longer than any transaction lasts, so that a rebuild meets what was revoked before the removal that had it. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private final Repository<RevokedLogin> revoked;
    private final Existing<RevokedLogin> existing;
    private final Revocations revocations;
    private final EventBus events;
    private final Clock clock;

    public RevocationCommands(Repository<RevokedLogin> revoked, Revocations revocations, EventBus events, Clock clock) {
        this.revoked = revoked;
        this.existing = new Existing<>(revoked, found -> true, "Login");
        this.revocations = revocations;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it counted until now; false means that somebody else, on whatever node, was first. */
    @CommandHandler
    public boolean handle(RevokeLogin command) throws Exception {
        Limits.check("nonce", command.nonce(), Limits.NONCE);
        if (existing.find(RevokedLogin.idOf(command.nonce())).isPresent()) {
            return false;
        }
        revoked.newInstance(() -> RevokedLogin.revoked(command.nonce(), command.expires()));
        return true;
    }

    /** Whether there were any. All of them are one fact. */
    @CommandHandler
    public boolean handle(RemoveExpiredRevocations command) {
        Instant limit = clock.instant().minus(GRACE).truncatedTo(ChronoUnit.MILLIS);
        if (!revocations.anyExpiredBefore(limit)) {
            return false;
        }
        events.publish(GenericEventMessage.asEventMessage(new ExpiredRevocationsRemoved(limit)));
        return true;
    }
}
