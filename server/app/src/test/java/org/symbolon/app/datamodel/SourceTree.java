package org.symbolon.app.datamodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Java files of all modules, by the name of their class. */
final class SourceTree {

    private static final int MODULE_DEPTH = 3;

    private final Map<String, Path> classes = new HashMap<>();

    /** @param root the directory that holds the modules */
    SourceTree(Path root) {
        for (Path sources : sources(root)) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                classes.put(file.getFileName().toString().replace(".java", ""), file));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> modules =
                Files.find(root, MODULE_DEPTH, (path, attributes) -> path.endsWith(Path.of("pom.xml")))) {
            return modules.map(pom -> pom.resolveSibling("src"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether there is this class, or this test as in {@code SomeTest#thatSomethingIsSo}. */
    boolean has(String name) {
        int hash = name.indexOf('#');
        Optional<String> source = source(hash < 0 ? name : name.substring(0, hash));
        return source.isPresent() && (hash < 0 || source.get().contains("void " + name.substring(hash + 1) + "("));
    }

    boolean isEvent(String name) {
        return classes.containsKey(name) && classes.get(name).toString().contains("org/symbolon/events/");
    }

    Optional<String> source(String name) {
        return Optional.ofNullable(classes.get(name)).map(SourceTree::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
