package org.symbolon.store.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What runs beside all requests ends with the server. */
class BackgroundLoopTest {

    private final CountDownLatch inRound = new CountDownLatch(1);
    private final CountDownLatch roundMayEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** A round that waits for something, and wants the next in an hour. */
    private final BackgroundLoop loop = new BackgroundLoop("tested", Duration.ofSeconds(20)) {

        @Override
        protected Duration round() {
            inRound.countDown();
            try {
                roundMayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Duration.ofHours(1);
        }

        @Override
        protected void end() {
            ended.countDown();
        }
    };

    @Test
    void aStopInTheMiddleOfARoundWaitsForNoOther() throws Exception {
        loop.start();
        assertThat(inRound.await(10, TimeUnit.SECONDS)).isTrue();

        Thread stop = new Thread(loop::stop);
        stop.start();
        // The stop has said all that it says when it waits for the loop's thread.
        while (stop.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        roundMayEnd.countDown();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        stop.join(10_000);
        assertThat(stop.isAlive()).isFalse();
    }

    @Test
    void aStopBetweenTwoRoundsIsHeardAtOnce() throws Exception {
        roundMayEnd.countDown();
        loop.start();
        assertThat(inRound.await(10, TimeUnit.SECONDS)).isTrue();

        loop.stop();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
