package org.symbolon.connectors.passwd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;

class PasswdStoreTypeTest {

    private final UserStoreType type = new PasswdStoreType();

    @Test
    void hasTheNameOfEdumfaAndNoSecrets() {
        assertThat(type.name()).isEqualTo("passwdresolver");
        assertThat(type.secretKeys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fileName", "filename"})
    void opensTheFileThatIsNamed(String key, @TempDir Path directory) {
        PasswdFile file = new PasswdFile(directory, PasswdFile.ADA);

        assertThat(type.open(Map.of(key, file.path().toString())).withLogin("ada"))
                .hasValue(new StoredUser("ada", "1001"));
    }

    @Test
    void theEmptyNameMeansTheFileOfTheSystem() {
        assertThat(type.open(Map.of("fileName", "")).withLogin("root")).hasValue(new StoredUser("root", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere/passwd", "\0", "/"})
    void whatIsNoFileIsUnavailable(String name) {
        assertThatThrownBy(() -> type.open(Map.of("fileName", name))).isInstanceOf(UserStoreUnavailableException.class);
    }

    @Test
    void hasItsUsersInMemory() {
        assertThat(type.answersFromMemory()).isTrue();
    }

    @Test
    void cannotTryAConfiguration() {
        assertThat(type.test(Map.of("fileName", "/etc/passwd")))
                .isEqualTo(new UserStoreType.TestResult(false, "Not implemented"));
    }
}
