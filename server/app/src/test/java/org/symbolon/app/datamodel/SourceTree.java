package org.symbolon.app.datamodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.app.architecture.Sources;

/** The Java files of all modules, by the name of their class. */
final class SourceTree {

    private final Map<String, Path> classes = new HashMap<>();

    SourceTree() {
        Sources.all().forEach(file -> classes.put(file.getFileName().toString().replace(".java", ""), file));
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
