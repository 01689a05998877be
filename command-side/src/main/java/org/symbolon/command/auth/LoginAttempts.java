package org.symbolon.command.auth;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.events.auth.LogInCounted;
import org.symbolon.events.auth.LoginLimit;
import org.symbolon.events.auth.LoginLimits;

/** Knows how often somebody has tried to log in, and counts his attempts, where policies limit them. */
public class LoginAttempts {

    private final Repository<LoginTally> tallies;

    public LoginAttempts(Repository<LoginTally> tallies) {
        this.tallies = tallies;
    }

    /** What was counted of a user so far; no other attempt of his is decided on this node before this one is. */
    Counted of(LoginLimits limits, Instant now) {
        return limits.areWanted()
                ? new Counted(limits, find(LoginTally.idOf(limits.login(), limits.realm())), now)
                : new Counted(LoginLimits.NONE, Optional.empty(), now);
    }

    private Optional<Aggregate<LoginTally>> find(String id) {
        try {
            return Optional.of(tallies.load(id));
        } catch (AggregateNotFoundException first) {
            return Optional.empty();
        }
    }

    /** The attempts of one user. */
    final class Counted {

        private final LoginLimits limits;
        private final Optional<Aggregate<LoginTally>> tally;
        private final Instant now;

        private Counted(LoginLimits limits, Optional<Aggregate<LoginTally>> tally, Instant now) {
            this.limits = limits;
            this.tally = tally;
            this.now = now;
        }

        /** Why a user who is right is not let in all the same; empty if he is. */
        Optional<String> excess() {
            return reached(limits.failures().value(), false)
                    .or(() -> reached(limits.successes().value(), true))
                    .map(LoginLimit::refusal);
        }

        private Optional<LoginLimit> reached(LoginLimit limit, boolean success) {
            return Optional.ofNullable(limit).filter(one -> number(one, success) >= one.most());
        }

        private long number(LoginLimit limit, boolean success) {
            Instant begin = now.minus(limit.span());
            return tally.map(found -> found.<Long>invoke(
                            known -> success ? known.successesSince(begin) : known.failuresSince(begin)))
                    .orElse(0L);
        }

        void count(boolean success) {
            if (!limits.count()) {
                return;
            }
            LogInCounted attempt = new LogInCounted(
                    limits.login(), limits.realm(), now, success, limits.remembered(), now.minus(limits.longest()));
            if (tally.isPresent()) {
                tally.get().execute(known -> known.count(attempt));
                return;
            }
            begin(attempt);
        }

        private void begin(LogInCounted attempt) {
            try {
                tallies.newInstance(() -> LoginTally.begun(attempt));
            } catch (RuntimeException known) {
                throw known;
            } catch (Exception unexpected) {
                throw new IllegalStateException("Nobody's attempts can be counted", unexpected);
            }
        }
    }
}
