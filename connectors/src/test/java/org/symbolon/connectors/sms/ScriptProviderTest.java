package org.symbolon.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;

class ScriptProviderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(800);

    @TempDir
    private Path outside;

    private Path folder;
    private ScriptProvider scripts;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(outside.resolve("scripts"));
        scripts = new ScriptProvider(folder, PATIENCE);
    }

    private void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static Gateway gateway(String script, String how) {
        return Gateways.of("ScriptSMSProvider", "script", script, "background", how);
    }

    private Trouble trouble(String script) {
        TextNotSentException failure = catchThrowableOfType(
                TextNotSentException.class, () -> scripts.send(gateway(script, "wait"), Gateways.MESSAGE));
        assertThat(failure).hasMessageNotContainingAny("755224", "0005");
        return failure.trouble();
    }

    @Test
    void itIsGivenTheNumberAndTheMessageAndNothingElse() throws IOException {
        script(folder.resolve("send"), "{ echo \"$# $1\"; cat; echo; env | cut -d= -f1 | sort; pwd; } > done");

        scripts.send(gateway("send", "wait"), Gateways.MESSAGE);

        assertThat(Files.readAllLines(folder.resolve("done")))
                .containsSubsequence("1 +49 151 0005", "Value 755224 & {phone}", "LANG", "PATH", folder.toString())
                .doesNotContain("HOME", "USER", "JAVA_HOME");
    }

    @Test
    void theNumberIsNoCommand() throws IOException {
        script(folder.resolve("send"), "exit 0");
        for (String number : new String[] {"1;touch x", "$(touch x)", "-1"}) {
            assertThat(catchThrowableOfType(
                                    TextNotSentException.class,
                                    () -> scripts.send(gateway("send", "wait"), Gateways.to(number)))
                            .trouble())
                    .isEqualTo(Trouble.NUMBER);
        }
    }

    @Test
    void howItEndsSaysWhetherItHasSent() throws IOException {
        script(folder.resolve("fail"), "echo 755224 >&2; exit 3");

        assertThat(trouble("fail")).isEqualTo(Trouble.REJECTED);
    }

    @Test
    void oneThatDoesNotEndIsEndedWithAllThatItHasStarted() throws IOException {
        script(folder.resolve("hang"), "sleep 60 & echo $! > child; wait");
        scripts = new ScriptProvider(folder, LITTLE_PATIENCE);
        long begin = System.nanoTime();

        assertThat(trouble("hang")).isEqualTo(Trouble.TOO_SLOW);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(left -> left.onExit().join());
    }

    @Test
    void oneInTheBackgroundIsNotWaitedFor() throws Exception {
        script(
                folder.resolve("later"),
                "read text; until test -e go; do sleep 0.02; done; echo \"$text\" > done.new; mv done.new done");

        scripts.send(gateway("later", "background"), Gateways.MESSAGE);

        assertThat(folder.resolve("done")).doesNotExist();
        Files.createFile(folder.resolve("go"));
        for (int attempt = 0; attempt < 1000 && !Files.exists(folder.resolve("done")); attempt++) {
            Thread.sleep(20);
        }
        assertThat(folder.resolve("done")).hasContent("Value 755224 & {phone}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "../beside", "link", "plain", ".", "/bin/sh", "a\0b"})
    void onlyAProgramInTheFolderIsRun(String name) throws IOException {
        script(outside.resolve("beside"), "exit 0");
        Files.createSymbolicLink(folder.resolve("link"), outside.resolve("beside"));
        Files.writeString(folder.resolve("plain"), "exit 0");

        assertThat(trouble(name)).isEqualTo(Trouble.DEFINITION);
    }
}
