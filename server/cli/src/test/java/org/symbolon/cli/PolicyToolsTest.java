package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.cli.policy.PolicyTools;
import org.symbolon.cli.policy.PolicyTools.Explained;
import org.symbolon.cli.policy.PolicyTools.Finding;

class PolicyToolsTest {

    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return CommandLineInterface.create(backend)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void explainsWhichPoliciesMatchAndWhyOthersDoNot() {
        backend.policies.explained.add(new Explained(
                "authentication/otppin",
                "none",
                List.of(
                        new Finding("p1", 1, true, "none", "matches"),
                        new Finding("p2", 2, false, "", "is for these realms only: r2"))));
        backend.policies.explained.add(new Explained("authorization/authorized", "nothing", List.of()));

        assertThat(run("policy", "explain", "--endpoint", "POST /validate/check", "--user", "emma"))
                .isZero();

        assertThat(output.toString().lines())
                .containsExactly(
                        "ACTION                    OUTCOME",
                        "authentication/otppin     none",
                        "authorization/authorized  nothing",
                        "",
                        "ACTION                 POLICY  PRIORITY  MATCHES  SAYS  WHY",
                        "authentication/otppin  p1      1         yes      none  matches",
                        "authentication/otppin  p2      2         no       -     is for these realms only: r2");
    }

    @Test
    void handsOverAllThatIsSaidOfTheRequest() {
        run(("policy explain --user emma --realm r --resolver s --admin anna --admin-realm ar --client 10.0.0.1"
                        + " --on-node n --at 2026-11-24T12:00:00Z --type hotp --serial S1 --header A=b --header C=d=e"
                        + " --endpoint X")
                .split(" "));

        assertThat(backend.policies.asked)
                .containsExactly(new PolicyTools.Asked(
                        "X",
                        Optional.of("emma"),
                        Optional.of("r"),
                        Optional.of("s"),
                        Optional.of("anna"),
                        Optional.of("ar"),
                        Optional.of("10.0.0.1"),
                        Optional.of("n"),
                        Optional.of(Instant.parse("2026-11-24T12:00:00Z")),
                        Optional.of("hotp"),
                        Optional.of("S1"),
                        Map.of("A", "b", "C", "d=e")));
        assertThat(output.toString()).contains("No policy decides about any of these.");
    }

    @Test
    void explainsInJsonForScripts() {
        backend.policies.explained.add(new Explained("user/enable", "allowed", List.of()));

        run("policy", "explain", "--endpoint", "POST /token/enable", "--json");

        assertThat(output.toString().replaceAll("\\s", ""))
                .isEqualTo("[{\"action\":\"user/enable\",\"outcome\":\"allowed\",\"policies\":[]}]");
    }

    @Test
    void triesADraft() throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), "\uFEFF[p]\nscope = user\n");
        backend.policies.found = FakePolicyTools.SOME;

        assertThat(run(
                        "policy",
                        "whatif",
                        "--draft",
                        draft.toString(),
                        "--remove",
                        "old",
                        "--remove",
                        "older",
                        "--from",
                        "2026-11-24T00:00:00Z",
                        "--to",
                        "2026-11-25T00:00:00Z",
                        "--examples",
                        "5"))
                .isZero();

        assertThat(backend.policies.trials)
                .containsExactly(new PolicyTools.Trial(
                        "[p]\nscope = user\n",
                        List.of("old", "older"),
                        Instant.parse("2026-11-24T00:00:00Z"),
                        Instant.parse("2026-11-25T00:00:00Z"),
                        5));
        assertThat(output.toString().lines())
                .startsWith(
                        "Replayed 50,000 recorded requests in 2.00 s (25,000 requests/s): 2 would have come out differently,"
                                + " 1 are undecided.",
                        "",
                        "ACTION        LOST  GAINED  CHANGED  UNDECIDED",
                        "admin/enable  2     0       0        1",
                        "",
                        "REALM   REQUESTS")
                .contains("-       1", "realm1  1")
                .endsWith(
                        "2026-11-24T12:00:00Z  POST /token/enable  -     realm1  anna   10.0.0.1  admin/enable  allowed"
                                + "  refused  p, q");
    }

    @Test
    void triesUntilNowAndTellsInJson() {
        Instant before = Instant.now();

        run("policy", "whatif", "--remove", "p", "--from", "2026-11-24", "--json");

        assertThat(backend.policies.trials.get(0).to()).isBetween(before, Instant.now());
        assertThat(output.toString()).startsWith("{").contains("\"differing\" : 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy                                                     | say what to do",
                "policy explain                                             | Missing required option: '--endpoint=NAME'",
                "policy whatif --from 2026-11-24                            | say what would be different",
                "policy whatif --remove p                                   | Missing required option: '--from=TIME'",
                "policy whatif --remove p --from then                       | no time as in 2026-11-24T12:34:00Z",
                "policy whatif --remove p --from 2026-11-24 --to 2026-11-23 | --to must not be before --from",
                "policy import                                              | Missing required parameter: 'FILE'"
            })
    void explainsWhatIsWrong(String arguments, String message) {
        assertThat(run(arguments.strip().split(" "))).isEqualTo(2);

        assertThat(errors.toString()).contains(message);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("policy", "whatif", "--draft", "/no/file", "--from", "2026-11-24"))
                .isEqualTo(1);
        assertThat(run("policy", "import", "/no/file")).isEqualTo(1);

        assertThat(errors.toString()).contains("symbolon: there is no file /no/file");
    }

    @Test
    void policiesAreWrittenOutAndReadIn() throws IOException {
        Path file = folder.resolve("policies");

        assertThat(run("policy", "export")).isZero();
        assertThat(output.toString()).isEqualTo("[p]\nname = p\n");
        assertThat(run("policy", "export", file.toString())).isZero();
        assertThat(file).hasContent("[p]\nname = p\n");
        assertThat(run("policy", "import", file.toString())).isZero();
        assertThat(backend.policies.imported).containsExactly("[p]\nname = p\n");
        assertThat(output.toString()).endsWith("Imported 3 policies: 1 new, 0 changed, 2 unchanged.%n".formatted());
    }
}
