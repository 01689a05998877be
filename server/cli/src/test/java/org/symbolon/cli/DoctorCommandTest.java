package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.cli.doctor.Doctor;
import org.symbolon.cli.doctor.Doctor.Check;
import org.symbolon.cli.doctor.Doctor.Result;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.SharedOptions;

class DoctorCommandTest {
    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(Backend behind, String... arguments) {
        return CommandLineInterface.create(behind)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    private int run(String... arguments) {
        return run(backend, arguments);
    }

    private void found(Result result, String text) {
        backend.doctor.found.add(new Check("smtpserver", "post", result, text, Optional.empty()));
    }

    @Test
    void tellsEachFindingInALine() {
        found(Result.OK, "It takes the log-in");
        backend.doctor.found.add(new Check(
                "database", "", Result.WARNING, "It ends", Optional.of(Instant.parse("2027-01-01T00:00:00Z"))));

        assertThat(run("doctor")).isEqualTo(1);

        assertThat(output.toString().lines())
                .containsExactly(
                        "RESULT   KIND        NAME  FINDING",
                        "ok       smtpserver  post  It takes the log-in",
                        "warning  database          It ends");
        assertThat(backend.onlyRead).isTrue();
    }

    @Test
    void writesTheSameAsJson() {
        backend.doctor.found.add(new Check(
                "database", "x", Result.WARNING, "It ends", Optional.of(Instant.parse("2027-01-01T00:00:00Z"))));

        assertThat(run("doctor", "--json")).isEqualTo(1);

        assertThat(output.toString().replaceAll("\\s+", " "))
                .contains(
                        "\"result\" : \"warning\"",
                        "{ \"kind\" : \"database\", \"name\" : \"x\", \"result\" : \"warning\", \"text\" : \"It ends\","
                                + " \"until\" : \"2027-01-01T00:00:00Z\" }");
    }

    @ParameterizedTest
    @CsvSource({"OK,0", "UNCHECKED,0", "WARNING,1", "FAILED,2"})
    void endsAsMonitoringPlugInsDo(Result worst, int code) {
        found(Result.OK, "x");
        found(worst, "y");
        found(Result.UNCHECKED, "z");

        assertThat(run("doctor")).isEqualTo(code);
    }

    @Test
    void looksAtWhatItIsTold() {
        found(Result.OK, "x");

        assertThat(run("doctor", "--kind", "smtpserver,database", "--name", "a,b", "--warn-days=7", "--timeout", "3"))
                .isZero();

        assertThat(backend.doctor.wishes)
                .containsExactly(
                        new Doctor.Wish(Set.of("smtpserver", "database"), Set.of("a,b"), 7, Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--kind nosuch",
                "--name nosuch",
                "--timeout 0",
                "--warn-days -1",
                "--warn-days x",
                "--no-such-option"
            })
    void saysThatItDoesNotKnowWhereItCannotKnow(String arguments) {
        assertThat(run(("doctor " + arguments).split(" ", -1))).isEqualTo(3);

        assertThat(errors.toString()).startsWith("symbolon: ");
        assertThat(output.toString()).isEmpty();
    }

    @Test
    void thatTheDataCannotBeComeByIsAFinding() {
        assertThat(run(failing(new CommandFailedException("the database cannot be reached")), "doctor"))
                .isEqualTo(2);
        assertThat(output.toString().lines())
                .containsExactly(
                        "RESULT  KIND    NAME  FINDING", "failed  server  data  the database cannot be reached");
    }

    @Test
    void whatNobodyForesawIsNoFinding() {
        assertThat(run(failing(new IllegalStateException("unforeseen")), "doctor"))
                .isEqualTo(3);
        assertThat(errors.toString()).contains("unexpected fault: unforeseen");
    }

    private static Backend failing(RuntimeException failure) {
        return new Backend() {
            @Override
            public Backend reading() {
                return this;
            }

            @Override
            public <T> void use(SharedOptions options, Class<T> type, Consumer<T> work) {
                throw failure;
            }

            @Override
            public RunningServer serve(SharedOptions options) {
                throw failure;
            }
        };
    }
}
