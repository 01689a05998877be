package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.Store;

/**
 * Clients that log in and enrol tokens without a pause, and put down what they are told. Whoever is told nothing, or that the server
 * is in trouble, asks the same again, where there are several servers at any of them.
 */
final class LoadOfClients {

    private static final int CLIENTS = 4;

    /** More than are sent of one token before newer ones take its place, and than the server looks ahead. */
    private static final int MOST_VALUES = 500;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TROUBLE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Installation asked;
    private final Promises promises;
    private final ApiClient admin;
    private final int users;
    private final AtomicInteger serials = new AtomicInteger();
    private final List<Thread> working = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong firstAccepted = new AtomicLong();
    private volatile long watchedSince = Long.MAX_VALUE;
    private volatile boolean over;

    LoadOfClients(Installation asked, Promises promises, ApiClient admin, int users) {
        this.asked = asked;
        this.promises = promises;
        this.admin = admin;
        this.users = users;
    }

    void begin(SplittableRandom random) {
        over = false;
        answers.set(0);
        for (int number = 0; number < CLIENTS; number++) {
            working.add(new Thread(new Client(random.split()), "client" + number));
        }
        working.forEach(Thread::start);
    }

    /** Waits until they have been answered so often. */
    void awaitAnswers(int wanted) {
        await(() -> answers.get() >= wanted, "the load ran");
    }

    /** From now on it counts when somebody is let in who asks. */
    void watch() {
        firstAccepted.set(0);
        watchedSince = System.nanoTime();
    }

    /** Waits until somebody is let in again, and answers how long that took since the watch began. */
    Duration untilAccepted() {
        await(() -> firstAccepted.get() != 0, "somebody is let in again");
        return Duration.ofNanos(firstAccepted.get() - watchedSince);
    }

    private static void await(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Lets each of them end what it does. */
    void end() throws InterruptedException {
        over = true;
        for (Thread client : working) {
            client.join(PATIENCE.toMillis());
            assertThat(client.isAlive()).as("a client still waits").isFalse();
        }
        working.clear();
    }

    /** Enrols a token at a time when nothing is amiss. */
    void enrol(SplittableRandom random) {
        new Client(random).enrol();
    }

    private final class Client implements Runnable {

        private final SplittableRandom random;
        private final Map<Integer, ApiClient> byPort = new HashMap<>();

        private Client(SplittableRandom random) {
            this.random = random;
        }

        @Override
        public void run() {
            while (!over) {
                if (random.nextInt(20) == 0) {
                    enrol();
                } else {
                    check();
                }
            }
        }

        private ApiClient anyServer() {
            List<Integer> ports = asked.ports();
            return byPort.computeIfAbsent(ports.get(random.nextInt(ports.size())), admin::at);
        }

        /** Nobody was promised a token whose enrolment was not answered. */
        private void enrol() {
            String serial = "FAULT" + serials.incrementAndGet();
            Device device = Device.withDistinctValues(random, MOST_VALUES);
            Promises.Held token = new Promises.Held(serial, "pin", device, new AtomicLong());
            String user = "user" + random.nextInt(users);
            try {
                Answer answer = anyServer()
                        .enrolHotp(serial, token.device().seed(), token.pin(), "user", user, "realm", "realm1");
                if (answer.status() == 200) {
                    promises.enrolled(token);
                    answers.incrementAndGet();
                }
            } catch (UncheckedIOException lost) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }

        /** Mostly a fresh value, at times one that was sent before. */
        private void check() {
            Promises.Held token = promises.any(random, users);
            boolean again = random.nextInt(8) == 0 && token.next().get() > 0;
            long counter =
                    again ? random.nextLong(token.next().get()) : token.next().getAndIncrement();
            Store.Use use = new Store.Use(token.serial(), counter);
            promises.asked(use);
            while (!isAnswered(use, token.pass(counter)) && !over) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }

        private boolean isAnswered(Store.Use use, String pass) {
            long began = System.nanoTime();
            try {
                Answer answer = anyServer().check("serial", use.serial(), pass);
                if (answer.status() >= TROUBLE || answer.status() == TOO_MANY_REQUESTS) {
                    return false;
                }
                promises.answered(use, answer);
                answers.incrementAndGet();
                if (answer.isAccepted() && began >= watchedSince) {
                    firstAccepted.compareAndSet(0, System.nanoTime());
                }
                return true;
            } catch (UncheckedIOException lost) {
                return false;
            }
        }
    }
}
