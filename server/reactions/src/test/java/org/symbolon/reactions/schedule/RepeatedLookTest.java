package org.symbolon.reactions.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatedLookTest {

    private final Semaphore looks = new Semaphore(0);

    private void fail() {
        looks.release();
        throw new IllegalStateException("the database is away");
    }

    @Test
    void oneThatFailsDoesNotEndAllLaterOnes() throws InterruptedException {
        RepeatedLook look = new RepeatedLook(this::fail, LoggerFactory.getLogger(getClass()), "Nothing is seen");
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> going = clock.scheduleWithFixedDelay(look, 0, 1, TimeUnit.MILLISECONDS);

        assertThat(looks.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(going.isDone()).isFalse();

        clock.shutdownNow();
    }
}
