package org.symbolon.store.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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

        CompletableFuture<Void> stop = CompletableFuture.runAsync(loop::stop);
        while (loop.isRunning()) {
            Thread.onSpinWait();
        }
        // The stop has said all that it says when it waits for the thread.
        Thread.sleep(100);
        roundMayEnd.countDown();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        stop.get(10, TimeUnit.SECONDS);
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
