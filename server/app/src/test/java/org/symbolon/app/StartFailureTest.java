package org.symbolon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.BindException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.context.annotation.Bean;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.secret.Argon2Cost;
import org.symbolon.projections.shared.LaterVersionException;
import org.symbolon.store.database.DatabaseException;
import org.symbolon.store.vault.MasterKeyUnusableException;

class StartFailureTest {

    @Test
    void saysWhichSettingHasAValueThatCannotBeRead() {
        assertThat(explanationOfStart("--symbolon.pin-memory=soon"))
                .isEqualTo("the setting symbolon.pin-memory (SYMBOLON_PIN_MEMORY) cannot be 'soon': it must be a time,"
                        + " as in 30s, 10m or 12h");
    }

    @Test
    void saysWhatOurOwnCodeSaysAboutAValue() {
        assertThat(explanationOfStart("--symbolon.argon2.memory-kib=64"))
                .startsWith("Argon2id with m=64, t=2 is weaker than the minimum")
                .doesNotContain("Exception");
    }

    @Test
    void saysWhichSettingOfTheLibrariesCannotBeRead() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("server.port", "http")));

        assertThat(explanation(
                        catchThrowableOfType(RuntimeException.class, () -> binder.bind("server.port", Integer.class))))
                .isEqualTo("the setting server.port cannot be 'http': it must be a whole number");
    }

    @Test
    void keepsTheValueOfASecretToItself() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("some.password", "hidden")));

        assertThat(explanation(catchThrowableOfType(
                        RuntimeException.class, () -> binder.bind("some.password", Integer.class))))
                .isEqualTo("the setting some.password cannot be what it is: it must be a whole number");
    }

    @Test
    void saysWhatIsWrongWithThePort() {
        assertThat(explanation(new PortInUseException(8080)))
                .isEqualTo("port 8080 is in use by another program: choose another with --port");
        assertThat(explanation(new WebServerException("no", new BindException("Permission denied"))))
                .isEqualTo("the port cannot be opened: Permission denied. Look at --port and SERVER_ADDRESS");
    }

    @Test
    void saysWhatTheStoreHasExplainedItself() {
        assertThat(explanation(new IllegalStateException(new DatabaseException("no database"))))
                .isEqualTo("no database");
        assertThat(explanation(new IllegalStateException(new MasterKeyUnusableException("no key"))))
                .isEqualTo("no key");
        assertThat(explanation(new LaterVersionException("tables of tomorrow")))
                .isEqualTo(
                        "tables of tomorrow. Start that version again, or restore the backup that was made before the"
                                + " upgrade");
    }

    @Test
    void leavesWhatNobodyHasExplainedAsItIs() {
        RuntimeException fault = new IllegalStateException("why");

        assertThat(StartFailure.explained(fault)).isSameAs(fault);
    }

    private static String explanationOfStart(String... arguments) {
        SpringApplication application = new SpringApplication(Settings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return explanation(catchThrowableOfType(RuntimeException.class, () -> application.run(arguments)));
    }

    private static String explanation(RuntimeException failure) {
        RuntimeException explained = StartFailure.explained(failure);
        assertThat(explained).isInstanceOf(CommandFailedException.class);
        return explained.getMessage();
    }

    /** Two of the settings, asked for as ours are. */
    static class Settings {

        @Bean
        Duration pinMemory(@Value("${symbolon.pin-memory:30d}") Duration lifetime) {
            return lifetime;
        }

        @Bean
        Argon2Cost cost(@Value("${symbolon.argon2.memory-kib:19456}") int memory) {
            return new Argon2Cost(memory, 2, 1);
        }
    }
}
