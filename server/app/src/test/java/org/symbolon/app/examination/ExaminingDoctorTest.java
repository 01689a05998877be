package org.symbolon.app.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.cli.doctor.Doctor.Check;
import org.symbolon.cli.doctor.Doctor.Result;
import org.symbolon.cli.doctor.Doctor.Wish;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;
import org.symbolon.command.examination.port.Verdict;

/** Everything is looked at, at once and not for ever, whatever goes wrong. */
class ExaminingDoctorTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);

    private record Things(String kind, List<Subject> subjects) implements Examination {

        static Things of(String kind, Supplier<List<Finding>> look, String... names) {
            return new Things(
                    kind,
                    List.of(names).stream().map(name -> new Subject(name, look)).toList());
        }
    }

    private static List<Check> found(Wish wish, Examination... examinations) {
        return new ExaminingDoctor(List.of(examinations), Clock.fixed(NOW, ZoneOffset.UTC)).examine(wish);
    }

    private static Wish all(Duration longest) {
        return new Wish(Set.of(), Set.of(), 30, longest);
    }

    private static List<Finding> well() {
        return List.of(Finding.ok("well"));
    }

    @Test
    void everythingComesInTheOrderOfKindsOrOnlyWhatIsWanted() {
        Things b = Things.of("b", ExaminingDoctorTest::well, "x", "y");
        Things a = Things.of("a", ExaminingDoctorTest::well, "x");

        assertThat(found(all(LONG), b, a))
                .extracting(check -> check.kind() + check.name())
                .containsExactly("ax", "bx", "by");
        assertThat(found(new Wish(Set.of("b"), Set.of("x"), 30, LONG), b, a))
                .extracting(check -> check.kind() + check.name())
                .containsExactly("bx");
    }

    @Test
    void whatHangsIsLeftBehindAndTheRestIsFound() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Things hanging = Things.of(
                "a",
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException over) {
                        interrupted.countDown();
                    }
                    return List.of();
                },
                "x");

        assertThat(found(all(Duration.ofMillis(200)), hanging, Things.of("b", ExaminingDoctorTest::well, "y")))
                .extracting(Check::result)
                .containsExactly(Result.FAILED, Result.OK);
        interrupted.await();
    }

    @Test
    void noMoreAreLookedAtAtOnceThanSixteen() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Supplier<List<Finding>> look = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            running.decrementAndGet();
            return well();
        };
        String[] names = IntStream.range(0, 200).mapToObj(Integer::toString).toArray(String[]::new);

        assertThat(found(all(LONG), Things.of("a", look, names))).hasSize(200);
        assertThat(most.get()).isLessThanOrEqualTo(16);
    }

    @Test
    void aFaultIsAFindingThatTellsNoSecret() {
        Things faulty = Things.of(
                "a",
                () -> {
                    throw new IllegalStateException("Secret-7");
                },
                "x");
        Examination unlisted = new Examination() {
            @Override
            public String kind() {
                return "b";
            }

            @Override
            public List<Subject> subjects() {
                throw new IllegalStateException("outer", new CommandFailedException("explained"));
            }
        };

        assertThat(found(all(LONG), faulty, unlisted))
                .extracting(Check::text)
                .containsExactly("It cannot be looked at (IllegalStateException)", "explained");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T00:00:00Z,FAILED,FAILED,It has ended on 2026-11-30: renew it",
        "2026-11-30T00:00:00Z,WARNING,WARNING,It has ended on 2026-11-30: renew it",
        "2026-12-30T23:00:00Z,FAILED,WARNING,'It ends in 29 days, on 2026-12-30: renew it'",
        "2026-12-31T00:00:00Z,FAILED,OK,It is good until 2026-12-31"
    })
    void anEndIsJudgedByHowNearItIs(Instant until, Verdict over, Result result, String text) {
        Finding holds = new Finding.Holds("It", NOW.minusSeconds(10_000_000), until, over);

        assertThat(found(all(LONG), Things.of("a", () -> List.of(holds), "x")))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.result()).isEqualTo(result);
                    assertThat(check.text()).isEqualTo(text);
                    assertThat(check.until()).contains(until);
                });
    }

    @Test
    void whatIsNotGoodYetIsNotWell() {
        Finding holds = new Finding.Holds("It", NOW.plusSeconds(1), NOW.plusSeconds(2), Verdict.FAILED);

        assertThat(found(all(LONG), Things.of("a", () -> List.of(holds), "x")))
                .extracting(Check::result)
                .containsExactly(Result.FAILED);
    }
}
