package org.symbolon.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.cli.monitoring.Statistics;

/** Figures that grow with the time, and what was asked for. */
final class FakeStatistics implements Statistics {
    final List<String> asked = new ArrayList<>();
    final List<Logins> logins = new ArrayList<>();

    @Override
    public Figures at(Instant moment) {
        asked.add("at " + moment);
        return new Figures(moment, 10, 2, 8, 1, 7, 5);
    }

    @Override
    public List<Figures> series(Instant from, Instant to, Duration step) {
        asked.add("series " + from + " " + to + " " + step);
        return List.of(new Figures(from, 10, 2, 8, 1, 7, 5), new Figures(from.plus(step), 100, 2, 98, 1, 7, 5));
    }

    @Override
    public List<Logins> logins(Instant from, Instant to, Duration span) {
        asked.add("logins " + from + " " + to + " " + span);
        return logins;
    }
}
