package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.audit.AuditTrail;
import org.symbolon.cli.events.EventLog.Selection;

class MaintenanceCommandsTest {
    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void listsReadModels() {
        assertThat(run("projections", "list")).isZero();

        assertThat(output.toString().lines())
                .containsExactly(
                        "NAME            KIND                           POSITION      LAG  TABLES",
                        "admin           inline                               12        0  admin 3",
                        "token           inline, counters trailing            10        2  token 7, tokeninfo ~200000");
    }

    @Test
    void rebuildsAllReadModels() {
        assertThat(run("projections", "rebuild")).isZero();

        assertThat(backend.maintenance.rebuilt).containsExactly(List.of());
        assertThat(output)
                .hasToString(
                        "Rebuilt admin, token from 12,000 events in 1.50 s (8,000 events/s); writers waited 0.020 s.%n"
                                .formatted());
    }

    @Test
    void rebuildsNamedReadModels() {
        assertThat(run("projections", "rebuild", "token", "admin")).isZero();

        assertThat(backend.maintenance.rebuilt).containsExactly(List.of("token", "admin"));
    }

    @Test
    void namesTheReadModelsWhenOneIsUnknown() {
        assertThat(run("projections", "rebuild", "admin", "tokens")).isEqualTo(2);

        assertThat(errors)
                .hasToString(("symbolon: there is no read model tokens, only admin, token"
                                + " (see: symbolon projections rebuild --help)%n")
                        .formatted());
        assertThat(backend.maintenance.rebuilt).isEmpty();
    }

    @Test
    void printsTheAudit() {
        assertThat(run("audit", "dump")).isZero();

        assertThat(output).hasToString("'1','POST /auth'\n'2','GET /token/'\n");
        assertThat(backend.maintenance.ages).containsExactly(Optional.empty());
    }

    @Test
    void writesTheLastDaysOfTheAuditToAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("audit.csv"), "what was there before, and more of it".repeat(9));

        assertThat(run("audit", "dump", "-t", "5d", "--file", file.toString())).isZero();

        assertThat(file).hasContent("'1','POST /auth'\n'2','GET /token/'\n");
        assertThat(output).hasToString("");
        assertThat(backend.maintenance.ages).containsExactly(Optional.of(Duration.ofDays(5)));
    }

    @Test
    void refusesAFileThatCannotBeWrittenAndATimeThatIsNone(@TempDir Path folder) {
        assertThat(run("audit", "dump", "--file", folder.toString())).isEqualTo(1);
        assertThat(run("audit", "dump", "-t", "soon")).isEqualTo(2);

        assertThat(errors.toString()).contains("cannot be written");
        assertThat(backend.maintenance.ages).isEmpty();
    }

    @Test
    void saysThatTheAuditIsWhole() {
        assertThat(run("audit", "verify")).isZero();

        assertThat(output)
                .hasToString("5,678 events and 1,234 rows verified in 0.25 s.%nThe audit is whole.%n".formatted());
    }

    @Test
    void saysWhatIsWrongWithTheAudit() {
        backend.maintenance.findings.addAll(List.of("Row 7 is missing.", "The signed head is missing."));

        assertThat(run("audit", "verify")).isEqualTo(1);

        assertThat(output.toString().lines())
                .containsExactly(
                        "5,678 events and 1,234 rows verified in 0.25 s.",
                        "Row 7 is missing.",
                        "The signed head is missing.");
    }

    @Test
    void writesProofsAndTheKeyToCheckThem() {
        assertThat(run("audit", "prove", "--number", "7", "--since", "3")).isZero();
        assertThat(run("audit", "prove", "--public-key")).isZero();
        assertThat(output).hasToString("proof of 7 since 3\na public key\n");

        assertThat(run("audit", "prove")).isEqualTo(1);
        assertThat(errors.toString()).contains("--number ROW");
    }

    @Test
    void rotatesTheAuditByWatermarksUnlessToldOtherwise() {
        assertThat(run("audit", "rotate")).isZero();

        assertThat(output).hasToString("Removed 4,999 rows, 1 to 4,999; 5,001 remain.%n".formatted());
        assertThat(backend.maintenance.rotations)
                .containsExactly(new AuditTrail.Rotation(0, 10_000, 5_000, 20_000, false));
    }

    @Test
    void rotatesTheAuditAsItIsTold() {
        backend.maintenance.removal = new AuditTrail.Removal(1, 0, 7);

        assertThat(run("audit", "rotate", "--age", "30", "-hw", "20", "-lw", "10", "--chunksize", "5", "--dryrun"))
                .isZero();

        assertThat(output).hasToString("No row is to be removed; there are 7.%n".formatted());
        assertThat(backend.maintenance.rotations).containsExactly(new AuditTrail.Rotation(30, 20, 10, 5, true));
    }

    @Test
    void saysWhatARotationWouldRemove() {
        assertThat(run("audit", "rotate", "--dry-run")).isZero();

        assertThat(output).hasToString("Would remove 4,999 rows, 1 to 4,999; 5,001 would remain.%n".formatted());
    }

    @Test
    void refusesARotationThatMakesNoSense() {
        assertThat(run("audit", "rotate", "--age", "-1")).isEqualTo(2);
        assertThat(run("audit", "rotate", "-hw", "5", "-lw", "6")).isEqualTo(2);
        assertThat(run("audit", "rotate", "--chunksize", "0")).isEqualTo(2);

        assertThat(backend.maintenance.rotations).isEmpty();
    }

    @Test
    void fillsAServerForAMeasurement() {
        assertThat(run("bench", "fill", "--tokens", "1000", "--audit", "3000")).isZero();

        assertThat(output)
                .hasToString(("Appended 4,000 events in 2.00 s (2,000 events/s), read models came up 0.50 s later:"
                                + " 1,000 tokens, 3,000 rows of the audit.%n")
                        .formatted());
    }

    @Test
    void fillsNothingWhenItIsNotToldHowMuch() {
        assertThat(run("bench", "fill")).isEqualTo(2);
        assertThat(run("bench", "fill", "--tokens", "-1", "--audit", "2")).isEqualTo(2);
    }

    @Test
    void showsAllEvents() {
        assertThat(run("events", "show")).isZero();

        assertThat(output).hasToString("{\"index\":1}%n{\"index\":2}%n".formatted());
        assertThat(backend.maintenance.selections).containsExactly(new Selection(Optional.empty(), 0, Long.MAX_VALUE));
    }

    @Test
    void showsSomeEventsOfOneToken() {
        assertThat(run("events", "show", "--token", FakeMaintenance.KNOWN_TOKEN, "--from=1", "--limit=2"))
                .isZero();

        assertThat(backend.maintenance.selections)
                .containsExactly(new Selection(Optional.of(FakeMaintenance.KNOWN_TOKEN), 1, 2));
    }

    @Test
    void showsThatATokenHasNoMoreEvents() {
        assertThat(run("events", "show", "--token", FakeMaintenance.KNOWN_TOKEN, "--from=5"))
                .isZero();

        assertThat(output.toString()).isEmpty();
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void saysThatThereNeverWasSuchAToken() {
        assertThat(run("events", "show", "--token", "OATH1")).isEqualTo(1);

        assertThat(output.toString()).isEmpty();
        assertThat(errors)
                .hasToString("symbolon: there is no token OATH1, and never was: no event is about it%n".formatted());
    }

    private int run(String... arguments) {
        return CommandLineInterface.create(backend)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
