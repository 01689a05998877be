package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;

class TurnsTest {

    private final Turns turns = new Turns(1, 8, 3);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch free = new CountDownLatch(1);

    @AfterEach
    void end() throws InterruptedException {
        free.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Holds the one turn that there is until all others stand in line. */
    private void occupy() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        start(() -> turns.take(Payer.NOBODY, () -> {
            begun.countDown();
            return waitUntilFree();
        }));
        begun.await();
    }

    private boolean waitUntilFree() {
        try {
            free.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void queue(String address, String user) throws InterruptedException {
        Thread thread = start(() -> {
            try {
                turns.take(new Payer(address, user), () -> order.add(address + user));
            } catch (Refusal refusal) {
                refused.add(address + user);
            }
        });
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.sleep(1);
        }
    }

    private Thread start(Runnable work) {
        Thread thread = new Thread(work);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void finish() throws InterruptedException {
        end();
    }

    @Test
    void addressesTakeTurnsAndWithinThemUsers() throws InterruptedException {
        occupy();
        queue("a", "1");
        queue("a", "1");
        queue("a", "1");
        queue("a", "2");
        queue("b", "1");
        queue("b", "1");
        queue("c", "9");
        finish();

        assertThat(order).containsExactly("a1", "b1", "c9", "a2", "b1", "a1", "a1");
    }

    @Test
    void whoComesLateWaitsForNobodyWhoCameOften() throws InterruptedException {
        occupy();
        queue("flood", "1");
        queue("flood", "2");
        queue("flood", "3");
        queue("flood", "4");
        queue("late", "5");
        finish();

        assertThat(order.indexOf("late5")).isEqualTo(1);
    }

    @Test
    void oneMoreThanAPayerMayHaveInLineIsRefused() throws InterruptedException {
        occupy();
        queue("a", "1");
        queue("a", "1");
        queue("a", "1");

        assertThatThrownBy(() -> turns.take(new Payer("a", "1"), () -> true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Refusal.TOO_MANY));
        queue("a", "2");
        finish();
        assertThat(order).hasSize(4);
    }

    @Test
    void oneMoreThanTheLineHoldsIsRefused() throws InterruptedException {
        occupy();
        for (int number = 0; number < 8; number++) {
            queue("a" + number, "");
        }

        assertThatThrownBy(() -> turns.take(new Payer("z", ""), () -> true)).isInstanceOf(Refusal.class);
        finish();
        assertThat(order).hasSize(8);
        assertThat(turns.<Boolean>take(new Payer("z", ""), () -> true)).isTrue();
    }

    @Test
    void whoFillsTheLineMakesPlaceForOthers() throws InterruptedException {
        occupy();
        for (String user : List.of("1", "1", "1", "2", "2", "2", "3", "3")) {
            queue("flood", user);
        }
        queue("other", "5");
        queue("another", "6");
        assertThat(turns.load()).isEqualTo(new HashingLoad(1, 8, 2));
        finish();

        assertThat(order).hasSize(8).contains("other5", "another6");
        assertThat(refused).hasSize(2).allMatch(who -> who.startsWith("flood"));
        assertThat(turns.load()).isEqualTo(new HashingLoad(0, 0, 2));
    }

    @Test
    void workThatFailsGivesItsTurnBack() {
        for (int round = 0; round < 3; round++) {
            assertThatThrownBy(() -> turns.take(Payer.NOBODY, () -> {
                        throw new IllegalStateException("out of order");
                    }))
                    .hasMessage("out of order");
        }
    }
}
