package org.symbolon.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test class that grows over its bound is about more than one subject, and is split by them. */
class TestSizeTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final int MOST_LINES = 400;

    private static List<Path> tests() throws IOException {
        try (Stream<Path> modules = Files.find(ROOT, 3, (path, attributes) -> path.endsWith(Path.of("pom.xml")))) {
            return modules.map(pom -> pom.resolveSibling(TESTS))
                    .filter(Files::isDirectory)
                    .flatMap(TestSizeTest::sources)
                    .toList();
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long linesOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void testsOfAllModulesAreLookedAt() throws IOException {
        assertThat(tests())
                .extracting(file -> file.getFileName().toString())
                .contains("TestSizeTest.java", "HotpTypeTest.java", "RebuildTest.java", "SharedServer.java");
    }

    @Test
    void noTestClassIsLongerThanItsBound() throws IOException {
        assertThat(tests()).allSatisfy(file -> assertThat(linesOf(file))
                .as("lines of " + ROOT.relativize(file))
                .isLessThanOrEqualTo(MOST_LINES));
    }
}
