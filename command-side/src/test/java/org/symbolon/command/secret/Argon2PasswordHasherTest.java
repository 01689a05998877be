package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.shared.Secret;

class Argon2PasswordHasherTest {

    private static final Secret PIN = Secret.of("pin 1234");

    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(Argon2Cost.MINIMUM, random, System::nanoTime);

    @Test
    void writesTheStandardTextFormWithTheCostThatWasSet() {
        assertThat(hasher.hash(PIN))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(new Argon2PasswordHasher(new Argon2Cost(9_216, 4, 2), random, System::nanoTime).hash(PIN))
                .startsWith("$argon2id$v=19$m=9216,t=4,p=2$");
    }

    @Test
    void everyHashHasItsOwnSalt() {
        assertThat(hasher.hash(PIN)).isNotEqualTo(hasher.hash(PIN));
    }

    @Test
    void knowsThePasswordOfItsOwnHashAndNoOther() {
        String hash = hasher.hash(PIN);

        assertThat(hasher.matches(hash, PIN, Payer.NOBODY)).isTrue();
        assertThat(hasher.matches(hash, Secret.of("pin 1235"), Payer.NOBODY)).isFalse();
        assertThat(hasher.matches(hash, Secret.EMPTY, Payer.NOBODY)).isFalse();
    }

    @Test
    void aHashOfEitherEngineIsVerifiedByTheOther() {
        Argon2PasswordHasher inJava =
                new Argon2PasswordHasher(Argon2Cost.MINIMUM, random, System::nanoTime, new JavaArgon2Engine());

        assertThat(hasher.matches(inJava.hash(PIN), PIN, Payer.NOBODY)).isTrue();
        assertThat(inJava.matches(hasher.hash(PIN), PIN, Payer.NOBODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=102400,t=9,p=8$c2l4dGVlbiBieXRlIHNsdA$BOoIRFDVxieSSgpBYo9kRg",
                "$argon2id$v=19$m=256,t=3,p=4$c2l4dGVlbiBieXRlIHNsdA$8r0h2h8ID9Ni+Z2zJQH74OUVNk76pIVI7CZFToTEVmA"
            })
    void verifiesHashesOfAnyCostThatOthersWrote(String hash) {
        assertThat(hasher.matches(hash, PIN, Payer.NOBODY)).isTrue();
        assertThat(hasher.matches(hash, Secret.of("wrong"), Payer.NOBODY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "$pbkdf2-sha512$25000$MDEyMzQ1Njc4OWFiY2RlZg$8VyHHECt0onEAbrfSMmdkOJVqsAzOS5G7xyEBlEHU/M4iSakLRxWxVUnk0GX"
                + "zruaElavh.Tj77qgS1k4gYxVdg, pässwörd 1",
        "$pbkdf2-sha512$1000$....//79AQI$CAK/o5XAkWjjRA6PSjEhkbunV0atPdPhfNw2peRaUBvbqOlo/JZfZcuIz7136n6iRQkKOriPO"
                + "p4.pIujyzsFIw, test",
        "$pbkdf2-sha512$1000$c2FsdHNhbHQ$IFGOgUBzBbu6H4Od1mFS2YTe3JDs4LDyAikEtcyC8AAYhn5mSJxIxWCMkYqF630pQnW83GAT"
                + "2EFln6oF3rDYUw, ''"
    })
    void verifiesHashesThatPasslibWroteWithPbkdf2(String hash, String password) {
        assertThat(hasher.matches(hash, Secret.of(password), Payer.NOBODY)).isTrue();
        assertThat(hasher.matches(hash, Secret.of(password + "x"), Payer.NOBODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pin 1234",
                "$argon2id$v=19$m=2097152,t=1,p=1$c2l4dGVlbiBieXRlIHNsdA$c2l4dGVlbiBieXRlIHNsdA",
                "$argon2id$v=19$m=999999999,t=999999999,p=1$c2l4dGVlbiBieXRlIHNsdA$c2l4dGVlbiBieXRlIHNsdA",
                "$argon2id$v=19$m=8,t=1,p=2$c2l4dGVlbiBieXRlIHNsdA$c2l4dGVlbiBieXRlIHNsdA",
                "$argon2id$v=19$m=8,t=0,p=1$c2l4dGVlbiBieXRlIHNsdA$c2l4dGVlbiBieXRlIHNsdA",
                "$argon2id$v=19$m=8,t=1,p=1$c2l4dGVlbiBieXRlIHNsdA$",
                "$argon2id$v=19$m=8,t=1,p=1$c2l4dGVlbiBieXRlIHNsdA$c2l4dGVlbiBieXRlIHNsdAbbb",
                "$argon2i$v=19$m=8,t=1,p=1$c2l4dGVlbiBieXRlIHNsdA$c2l4dGVlbiBieXRlIHNsdA",
                "$pbkdf2-sha512$999999999$c2FsdHNhbHQ$IFGOgUBzBbu6H4Od1mFS2YTe3JDs4LDyAikEtcyC8AAYhn5mSJxIxWCMkYqF6"
                        + "30pQnW83GAT2EFln6oF3rDYUw",
                "$pbkdf2-sha512$1000$c2FsdHNhbHQ$IFGO"
            })
    void whatIsNoHashOrAnAbsurdOneMatchesNothing(String notAHash) {
        CountingEngine engine = new CountingEngine();

        assertThat(new Argon2PasswordHasher(Argon2Cost.MINIMUM, random, System::nanoTime, engine)
                        .matches(notAHash, PIN, Payer.NOBODY))
                .isFalse();
        assertThat(engine.work).isEmpty();
    }

    @Test
    void pretendingTakesTheTimeOfAHashAndNoWork() {
        SlowEngine slow = new SlowEngine();
        Argon2PasswordHasher hasher = new Argon2PasswordHasher(Argon2Cost.MINIMUM, random, System::nanoTime, slow);
        for (int round = 0; round < 40; round++) {
            hasher.hash(PIN);
        }
        int hashes = slow.hashes;
        long began = System.nanoTime();

        hasher.pretend(Payer.NOBODY);

        assertThat(System.nanoTime() - began).isGreaterThan(SlowEngine.NANOS * 4 / 5);
        assertThat(slow.hashes).isEqualTo(hashes);
    }

    /** Takes a little while. */
    private static final class SlowEngine implements Argon2Engine {

        private static final long NANOS = 10_000_000;
        private int hashes;

        @Override
        public byte[] digest(byte[] password, byte[] salt, Argon2Work work, int length) {
            hashes++;
            LockSupport.parkNanos(NANOS);
            return new byte[length];
        }
    }

    @Test
    void noMoreHashesRunAtOnceThanThereAreCores() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        CrowdedEngine engine = new CrowdedEngine();
        Argon2PasswordHasher crowded = new Argon2PasswordHasher(Argon2Cost.MINIMUM, random, System::nanoTime, engine);
        ExecutorService threads = Executors.newFixedThreadPool(cores * 4);
        List<Future<?>> hashes = new ArrayList<>();
        for (int i = 0; i < cores * 20; i++) {
            hashes.add(threads.submit(() -> crowded.hash(PIN)));
        }
        for (Future<?> hash : hashes) {
            hash.get();
        }
        threads.shutdown();

        assertThat(engine.most.get()).isBetween(1, cores);
    }

    @Test
    void aFailingEngineGivesItsTurnBack() {
        Argon2PasswordHasher failing =
                new Argon2PasswordHasher(Argon2Cost.MINIMUM, random, System::nanoTime, (a, b, c, d) -> {
                    throw new IllegalStateException("out of order");
                });

        for (int i = 0; i < Runtime.getRuntime().availableProcessors() * 2; i++) {
            assertThatCode(() -> failing.hash(PIN)).hasMessage("out of order");
        }
    }

    @Test
    void warmingUpLeavesItReady() {
        hasher.warmUp();

        assertThat(hasher.matches(hasher.hash(PIN), PIN, Payer.NOBODY)).isTrue();
    }

    private static final class CountingEngine implements Argon2Engine {

        private final List<Argon2Work> work = new ArrayList<>();

        @Override
        public byte[] digest(byte[] password, byte[] salt, Argon2Work asked, int length) {
            work.add(asked);
            return new byte[length];
        }
    }

    private static final class CrowdedEngine implements Argon2Engine {

        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public byte[] digest(byte[] password, byte[] salt, Argon2Work work, int length) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            LockSupport.parkNanos(100_000);
            running.decrementAndGet();
            return new byte[length];
        }
    }
}
