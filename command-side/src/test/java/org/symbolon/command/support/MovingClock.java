package org.symbolon.command.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the machine, by which events are dated, until a test lets more of it pass. */
public final class MovingClock extends Clock {

    private Duration passed = Duration.ZERO;

    public void pass(Duration more) {
        passed = passed.plus(more);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(passed);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
