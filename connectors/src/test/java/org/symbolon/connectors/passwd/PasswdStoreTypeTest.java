package org.symbolon.connectors.passwd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.files.StoreFiles;

class PasswdStoreTypeTest {

    private final UserStoreType type = new PasswdStoreType(new StoreFiles(List.of(Path.of("/"))));

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
    void aFileThatLiesElsewhereIsNeitherSavedNorRead(@TempDir Path directory) {
        UserStoreType bounded = new PasswdStoreType(new StoreFiles(List.of(directory.resolve("files"))));

        for (String name : List.of("/proc/self/environ", "../outside", "/etc/passwd")) {
            assertThat(bounded.objection(Map.of("fileName", name)).orElseThrow())
                    .contains("symbolon.store-files");
            assertThatThrownBy(() -> bounded.open(Map.of("fileName", name)))
                    .isInstanceOf(UserStoreUnavailableException.class)
                    .hasMessageContaining("cannot be read");
        }
        assertThat(bounded.objection(Map.of("fileName", "not-there-yet"))).isEmpty();
        assertThat(bounded.objection(Map.of("other", "entry"))).isEmpty();
        assertThatThrownBy(() -> bounded.open(Map.of("fileName", "")))
                .as("the file of the system")
                .isInstanceOf(UserStoreUnavailableException.class);
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
