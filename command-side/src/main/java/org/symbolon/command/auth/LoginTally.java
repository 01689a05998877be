package org.symbolon.command.auth;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.command.shared.Sha256;
import org.symbolon.events.auth.LogInCounted;

/**
 * How often somebody tried to log in of late, as far as limits want to know. That an attempt is counted is part of its own
 * commit, so that of two that are decided at once the second is decided anew.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class LoginTally {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private List<Instant> failures = List.of();
    private List<Instant> successes = List.of();

    /** The identifier under which the attempts of a user are counted, in whatever case his name was typed. */
    public static String idOf(String login, String realm) {
        return "logins/" + Sha256.hexOf((realm + "\n" + login).toLowerCase(Locale.ROOT));
    }

    static LoginTally begun(LogInCounted first) {
        LoginTally tally = new LoginTally();
        tally.count(first);
        return tally;
    }

    void count(LogInCounted attempt) {
        apply(attempt);
    }

    long failuresSince(Instant time) {
        return since(failures, time);
    }

    long successesSince(Instant time) {
        return since(successes, time);
    }

    private static long since(List<Instant> times, Instant begin) {
        return times.stream().filter(time -> !time.isBefore(begin)).count();
    }

    @EventSourcingHandler
    void on(LogInCounted event) {
        id = idOf(event.login(), event.realm());
        failures = remembered(failures, event, !event.success());
        successes = remembered(successes, event, event.success());
    }

    private static List<Instant> remembered(List<Instant> times, LogInCounted event, boolean isOne) {
        List<Instant> all = new ArrayList<>(times);
        if (isOne) {
            all.add(event.time());
        }
        all.removeIf(time -> time.isBefore(event.since()));
        return List.copyOf(all.subList(Math.max(0, all.size() - event.remembered()), all.size()));
    }
}
