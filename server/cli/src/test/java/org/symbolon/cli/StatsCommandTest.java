package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.cli.monitoring.Statistics.Logins;

class StatsCommandTest {
    private static final String NOON = "2026-11-24T12:00:00Z";

    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return CommandLineInterface.create(backend)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void tellsTheFiguresOfAMomentAndTheLoginsOfItsHour() {
        backend.statistics.logins.add(new Logins(Instant.parse(NOON), "accepted", "hotp", "realm1", 3));
        backend.statistics.logins.add(new Logins(Instant.parse(NOON), "rejected", "", "", 12));

        assertThat(run("stats", "--at", "2026-11-24T12:34:00Z")).isZero();

        assertThat(output.toString().lines())
                .containsExactly(
                        "TIME                  TOKENS  HARDWARE  SOFTWARE  UNASSIGNED_HARDWARE  ASSIGNED  USERS",
                        "2026-11-24T12:34:00Z  10      2         8         1                    7         5",
                        "",
                        "LOG-INS FROM          OUTCOME   TYPE  REALM   COUNT",
                        "2026-11-24T12:00:00Z  accepted  hotp  realm1  3",
                        "2026-11-24T12:00:00Z  rejected  -     -       12");
        assertThat(backend.statistics.asked)
                .containsExactly("at 2026-11-24T12:34:00Z", "logins " + NOON + " 2026-11-24T13:00:00Z PT1H");
    }

    @Test
    void tellsTheFiguresOfNowUnlessAskedForOthers() {
        Instant before = Instant.now();

        assertThat(run("stats")).isZero();

        String asked = backend.statistics.asked.get(0).substring("at ".length());
        assertThat(Instant.parse(asked)).isBetween(before, Instant.now());
        assertThat(output.toString()).endsWith("No log-ins.%n".formatted());
    }

    @Test
    void tellsASeries() {
        assertThat(run("stats", "--from", NOON, "--to", "2026-11-26T12:00:00Z", "--step", "1d"))
                .isZero();

        assertThat(output.toString().lines())
                .contains(
                        "2026-11-24T12:00:00Z  10      2         8         1                    7         5",
                        "2026-11-25T12:00:00Z  100     2         98        1                    7         5");
        assertThat(backend.statistics.asked)
                .containsExactly(
                        "series " + NOON + " 2026-11-26T12:00:00Z PT24H",
                        "logins " + NOON + " 2026-11-26T12:00:00Z PT24H");
    }

    @Test
    void countsLoginsByTheHourWhereStepsAreShorter() {
        assertThat(run("stats", "--from", NOON, "--to", "2026-11-24T13:00:00Z", "--step", "90s"))
                .isZero();

        assertThat(backend.statistics.asked)
                .containsExactly(
                        "series " + NOON + " 2026-11-24T13:00:00Z PT1M30S",
                        "logins " + NOON + " 2026-11-24T13:00:00Z PT1H");
    }

    @Test
    void goesByTheHourUntilNowUnlessAskedOtherwise() {
        Instant from = Instant.now().minus(Duration.ofHours(2));

        assertThat(run("stats", "--from", from.toString().substring(0, 19) + "Z"))
                .isZero();

        assertThat(backend.statistics.asked.get(0)).startsWith("series ").endsWith(" PT1H");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--at yesterday                                   | no time as in 2026-11-24T12:34:00Z",
                "--at +999999999-01-01                            | no time as in 2026-11-24T12:34:00Z",
                "--from 2026-11-24 --step 0h                      | no step as in 30m, 1h or 7d",
                "--from 2026-11-24 --step 1w                      | no step as in 30m, 1h or 7d",
                "--from 2026-11-24 --at 2026-11-24                | give either --at or --from",
                "--to 2026-11-24                                  | --to and --step need --from",
                "--step 1h                                        | --to and --step need --from",
                "--from 2026-11-24 --to 2026-11-23                | --to must not be before --from",
                "--from 2016-11-24 --to 2026-11-23 --step 1s      | there must not be more than 10000 steps"
            })
    void explainsWhatIsWrong(String arguments, String message) {
        assertThat(run(("stats " + arguments.strip()).split(" "))).isEqualTo(2);

        assertThat(errors.toString()).contains(message);
        assertThat(backend.statistics.asked).isEmpty();
    }
}
