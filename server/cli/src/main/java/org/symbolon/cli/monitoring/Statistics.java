package org.symbolon.cli.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the command line may do with statistics: ask for those of any past moment. */
public interface Statistics {

    /** The figures of a moment. */
    Figures at(Instant moment);

    /** The figures of the first moment, and then after each step up to the last. */
    List<Figures> series(Instant from, Instant to, Duration step);

    /** How log-ins ended, from the hour of the first moment on, by spans of an hour at least. */
    List<Logins> logins(Instant from, Instant to, Duration span);

    /** How many tokens there were, and how many users had an enabled one. */
    record Figures(
            Instant moment,
            long tokens,
            long hardware,
            long software,
            long unassignedHardware,
            long assigned,
            long users) {}

    /** How many log-ins ended so in a span of time that began then; texts are empty where there is nothing to say. */
    record Logins(Instant from, String outcome, String type, String realm, long count) {}
}
