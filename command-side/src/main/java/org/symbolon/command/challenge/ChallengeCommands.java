package org.symbolon.command.challenge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.symbolon.events.challenge.ExpiredChallengesRemoved;

/** What happens to challenges beside log-ins, enrolments and what devices say. */
public class ChallengeCommands {

    /**
     * For so long an expired challenge stays in its table: longer than any transaction lasts, so that none that began it
     * can commit after the removal that should have had it, which a rebuild would see in the other order.
     */
    static final Duration GRACE = Duration.ofMinutes(5);

    private final Challenges challenges;
    private final Predicate<Instant> anyExpiredBefore;
    private final EventBus events;
    private final Clock clock;

    /**
     * Makes it.
     *
     * @param anyExpiredBefore whether there are challenges that could not be answered any more at this time
     */
    public ChallengeCommands(Challenges challenges, Predicate<Instant> anyExpiredBefore, EventBus events, Clock clock) {
        this.challenges = challenges;
        this.anyExpiredBefore = anyExpiredBefore;
        this.events = events;
        this.clock = clock;
    }

    @CommandHandler
    public void handle(EndChallenge command) {
        challenges
                .require(command.transactionId(), command.serial())
                .execute(transaction -> transaction.end(command.serial()));
    }

    /** Whether there were any. All of them are one fact, however many they are, and no fact if there are none. */
    @CommandHandler
    public boolean handle(RemoveExpiredChallenges command) {
        Instant limit = clock.instant().minus(GRACE).truncatedTo(ChronoUnit.MILLIS);
        if (!anyExpiredBefore.test(limit)) {
            return false;
        }
        events.publish(GenericEventMessage.asEventMessage(new ExpiredChallengesRemoved(limit)));
        return true;
    }
}
