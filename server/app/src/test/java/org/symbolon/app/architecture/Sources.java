package org.symbolon.app.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of all modules, of the program or of its tests. */
public final class Sources {

    /** The directory that holds the modules. */
    public static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private static final int MODULE_DEPTH = 3;

    private Sources() {}

    /** Those of the program. */
    static List<Path> ofMain() {
        return under(Path.of("src", "main", "java"));
    }

    /** Those of the tests. */
    static List<Path> ofTests() {
        return under(Path.of("src", "test", "java"));
    }

    /** All of them. */
    public static List<Path> all() {
        return under(Path.of("src"));
    }

    private static List<Path> under(Path folder) {
        try (Stream<Path> modules =
                Files.find(ROOT, MODULE_DEPTH, (path, attributes) -> path.endsWith(Path.of("pom.xml")))) {
            return modules.map(pom -> pom.resolveSibling(folder))
                    .filter(Files::isDirectory)
                    .flatMap(Sources::files)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
