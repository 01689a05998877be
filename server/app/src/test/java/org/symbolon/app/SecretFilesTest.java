package org.symbolon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.symbolon.cli.kernel.CommandFailedException;

class SecretFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretIsWhatItsFileHoldsWithoutTheEndOfTheLine() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "a long enough secret\n");

        assertThat(secretFrom(file)).isEqualTo("a long enough secret");
    }

    @Test
    void aFileThatIsMissingIsNamedInWords() {
        Path file = folder.resolve("missing");

        assertThatThrownBy(() -> secretFrom(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(
                        "the file that symbolon.secret-key-file names cannot be read: no such file or directory (%s)"
                                .formatted(file));
    }

    @Test
    void anEmptyFileIsNotTakenForNoSecret() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "\n");

        assertThatThrownBy(() -> secretFrom(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("the file %s, which symbolon.secret-key-file names, is empty".formatted(file));
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("secret"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> secretFrom(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageEndingWith("holds no text");
    }

    private static String secretFrom(Path file) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("symbolon.secret-key-file", file.toString())));
        new SecretFiles()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment.getProperty("symbolon.secret-key");
    }
}
