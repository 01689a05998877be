package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineInterfaceTest {
    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void addsAnAdministratorWithThePasswordFromStandardInput() {
        assertThat(runWithInput("pässword \nignored\n", "admin", "add", "alice", "--email=a@b.c", "--password-stdin"))
                .isZero();

        assertThat(backend.passwords).containsEntry("alice", "pässword ");
        assertThat(backend.emails).containsEntry("alice", "a@b.c");
        assertThat(output).hasToString("Administrator alice added.%n".formatted());
    }

    @Test
    void listsAdministrators() {
        backend.add("bob", "secret", "");
        backend.add("alice", "secret", "alice@example.org");

        assertThat(run("admin", "list")).isZero();

        assertThat(output).hasToString("alice\talice@example.org%nbob%n".formatted());
    }

    @Test
    void changesThePasswordOfAnAdministrator() {
        backend.add("alice", "old", "");

        assertThat(runWithInput("new", "admin", "passwd", "--password-stdin", "alice"))
                .isZero();

        assertThat(backend.passwords).containsEntry("alice", "new");
    }

    @Test
    void changesTheAddressOfAnAdministrator() {
        backend.add("alice", "secret", "");

        assertThat(run("admin", "mail", "alice", "alice@example.org")).isZero();

        assertThat(backend.emails).containsEntry("alice", "alice@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin list",
                "audit dump",
                "audit rotate --dry-run",
                "audit verify",
                "counter list",
                "cron list",
                "cron run -d",
                "doctor",
                "events check",
                "events show",
                "policy export",
                "projections list",
                "stats"
            })
    void makesNothingWhereItOnlyReads(String command) {
        run(command.split(" ", -1));

        assertThat(backend.onlyRead).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin remove alice", "audit rotate", "counter increase logins", "cron run"})
    void mayMakeADatabaseWhereItWrites(String command) {
        run(command.split(" ", -1));

        assertThat(backend.onlyRead).isFalse();
    }

    @Test
    void removesAnAdministrator() {
        backend.add("alice", "old", "");

        assertThat(run("admin", "remove", "alice")).isZero();

        assertThat(backend.passwords).isEmpty();
    }

    @Test
    void makesAKeyForAProgramThatAsksAboutLogInsForAYear() {
        assertThat(run("apikey", "create", "vpn")).isZero();

        assertThat(output).hasToString("key of vpn in API as VALIDATE for 365 days%n".formatted());
        assertThat(errors).hasToString("To end it sooner: symbolon apikey revoke id-of-vpn%n".formatted());
    }

    @Test
    void revokesTheKeyOfAProgram() {
        assertThat(run("apikey", "revoke", "id-of-vpn")).isZero();

        assertThat(backend.revokedKeys).containsExactly("id-of-vpn");
    }

    @Test
    void makesAKeyForAProgramThatAdministrates() {
        assertThat(run("apikey", "create", "alice", "--role", "admin", "--realm", "jobs", "--days", "30"))
                .isZero();

        assertThat(output).hasToString("key of alice in jobs as ADMIN for 30 days%n".formatted());
    }

    @Test
    void aKeyLivesADayAtLeast() {
        assertThat(run("apikey", "create", "vpn", "--days", "0")).isEqualTo(2);

        assertThat(output.toString()).isEmpty();
    }

    @Test
    void saysInOneLineWhyACommandFailed() {
        backend.add("alice", "old", "");

        assertThat(runWithInput("new", "admin", "add", "alice", "--password-stdin"))
                .isEqualTo(1);

        assertThat(errors).hasToString("symbolon: there is already an administrator alice%n".formatted());
        assertThat(output.toString()).isEmpty();
    }

    @Test
    void showsWhereAFailureCameFromOnlyWhenAsked() {
        backend.add("alice", "old", "");

        assertThat(runWithInput("new", "admin", "add", "alice", "--password-stdin", "--debug"))
                .isEqualTo(1);

        assertThat(errors.toString()).contains("\tat org.symbolon.cli.");
    }

    @Test
    void refusesAnEmptyPassword() {
        assertThat(runWithInput("\n", "admin", "add", "alice", "--password-stdin"))
                .isEqualTo(1);

        assertThat(errors).hasToString("symbolon: the password must not be empty%n".formatted());
        assertThat(backend.passwords).isEmpty();
    }

    @Test
    void calls2WhatIsWronglyUsed() {
        assertThat(run("admin", "add")).isEqualTo(2);

        assertThat(errors)
                .hasToString(
                        "symbolon: Missing required parameter: 'NAME' (see: symbolon admin add --help)%n".formatted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin",
                "projections",
                "audit",
                "events",
                "unknown",
                "serve --port=many",
                "serve --unknown",
                "events show --from x",
                "version extra"
            })
    void explainsWrongUseInOneLine(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);

        assertThat(errors.toString())
                .startsWith("symbolon: ")
                .contains("--help")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "demo",
                "admin",
                "admin add",
                "admin list",
                "admin mail",
                "admin passwd",
                "admin remove",
                "projections",
                "projections list",
                "projections rebuild",
                "audit",
                "audit rotate",
                "audit verify",
                "bench",
                "bench fill",
                "events",
                "events check",
                "events repair",
                "events show",
                "events skip",
                "version"
            })
    void explainsEveryCommand(String command) {
        assertThat(run((command + " --help").strip().split(" ", -1))).isZero();

        assertThat(output.toString()).startsWith("Usage: " + ("symbolon " + command).strip() + " ");
    }

    @Test
    void knowsItsVersion() {
        assertThat(run("version")).isZero();

        assertThat(output.toString()).matches("Symbolon \\d+\\.\\S+ \\(Java \\d.*\\)\\R");
    }

    @Test
    void saysOneLineWhenTheServerIsReady() {
        assertThat(run("serve")).isZero();

        assertThat(output).hasToString("Symbolon is ready at http://127.0.0.1:8080 (node first)%n".formatted());
        assertThat(backend.springArguments).isEmpty();
    }

    @Test
    void handsItsOptionsToSpring() {
        assertThat(run("serve", "--data", "/var/lib/symbolon", "--port=80", "--node", "n1"))
                .isZero();

        assertThat(backend.springArguments)
                .containsExactly("--symbolon.data=/var/lib/symbolon", "--symbolon.port=80", "--symbolon.node=n1");
    }

    private int run(String... arguments) {
        CommandLine commandLine = CommandLineInterface.create(backend)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }

    private int runWithInput(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
