package org.symbolon.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExternalProgramTest {

    @Test
    void aProgramIsToldNothingOfOurEnvironmentButItsLanguageAndPaths() {
        assertThat(System.getenv()).containsKey("HOME");

        assertThat(ExternalProgram.require(List.of("env"), "").lines())
                .allMatch(line -> line.matches("(PATH|LANG|LC_[A-Z]+|TZ|TMPDIR|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH)=.*"));
    }

    @Test
    void aFailureIsToldInOneLine() {
        assertThatThrownBy(() -> ExternalProgram.require(List.of("sh", "-c", "echo first; echo second; exit 3"), ""))
                .isInstanceOf(DatabaseException.class)
                .hasMessageEndingWith("failed with code 3: first; second");
        assertThatThrownBy(() -> ExternalProgram.require(List.of("no-such-program"), ""))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("no-such-program cannot be run");
    }
}
