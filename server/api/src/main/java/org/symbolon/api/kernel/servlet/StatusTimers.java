package org.symbolon.api.kernel.servlet;

import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.function.IntFunction;

/** The timers of one route, each made when its status comes for the first time. There are so few that one looks through them. */
final class StatusTimers {

    private record Known(int status, Timer timer) {}

    private final IntFunction<Timer> making;
    private volatile Known[] all = {};

    StatusTimers(IntFunction<Timer> making) {
        this.making = making;
    }

    Timer of(int status) {
        for (Known known : all) {
            if (known.status() == status) {
                return known.timer();
            }
        }
        return add(status);
    }

    private synchronized Timer add(int status) {
        Timer timer = making.apply(status);
        Known[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = new Known(status, timer);
        all = more;
        return timer;
    }
}
