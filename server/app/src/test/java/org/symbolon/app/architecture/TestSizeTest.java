package org.symbolon.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test class that grows over its bound is about more than one subject, and is split by them. */
class TestSizeTest {

    private static final int MOST_LINES = 400;

    private static long linesOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void testsOfAllModulesAreLookedAt() {
        assertThat(Sources.ofTests())
                .extracting(file -> file.getFileName().toString())
                .contains("TestSizeTest.java", "HotpTypeTest.java", "RebuildTest.java", "SharedServer.java");
    }

    @Test
    void noTestClassIsLongerThanItsBound() {
        assertThat(Sources.ofTests()).allSatisfy(file -> assertThat(linesOf(file))
                .as("lines of " + Sources.ROOT.relativize(file))
                .isLessThanOrEqualTo(MOST_LINES));
    }
}
