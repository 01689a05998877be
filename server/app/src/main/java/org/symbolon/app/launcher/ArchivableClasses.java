package org.symbolon.app.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Leaves of the classes that a training run loaded those that may stand in the launcher's class archive. Some Java 17
 * machines crash on the others: on lambdas of signed jars when they are archived, and on classes that a jar has in versions
 * for several Java releases when they are loaded from the archive while the flight recorder or an agent looks on.
 *
 * <p>Those that talk to a running server are added, which no training run meets: for the first class that it lacks Java opens all jars.
 */
public final class ArchivableClasses {

    private static final String LAMBDA = "@";
    private static final List<String> CLIENT = List.of("org/symbolon/cli/socket/", "org/symbolon/cli/kernel/");
    private static final String CLASS = ".class";
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.+)\\.class");

    private ArchivableClasses() {}

    /** Arguments: the list as Java wrote it ({@code -XX:DumpLoadedClassList}), the folder of the jars, the list to write. */
    public static void main(String[] arguments) throws IOException {
        List<String> loaded = Files.readAllLines(Path.of(arguments[0]));
        Path libraries = Path.of(arguments[1]);
        Set<String> all = new LinkedHashSet<>(of(loaded, names(libraries, ArchivableClasses::versioned)));
        all.addAll(names(libraries, ArchivableClasses::ofClient));
        Files.write(Path.of(arguments[2]), all);
    }

    private static List<String> of(List<String> loaded, Set<String> versioned) {
        return loaded.stream()
                .filter(line -> !line.startsWith(LAMBDA))
                .filter(line -> !versioned.contains(line.split(" ", 2)[0]))
                .toList();
    }

    /** The classes of which files in the jars tell, in the order of the jars and their files. */
    private static Set<String> names(Path libraries, Function<String, Optional<String>> ofFile) throws IOException {
        Set<String> classes = new LinkedHashSet<>();
        for (Path jar : jars(libraries)) {
            try (ZipFile file = new ZipFile(jar.toFile())) {
                file.stream()
                        .map(ZipEntry::getName)
                        .map(ofFile)
                        .flatMap(Optional::stream)
                        .forEach(classes::add);
            }
        }
        return classes;
    }

    private static Optional<String> versioned(String file) {
        Matcher name = VERSIONED.matcher(file);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static Optional<String> ofClient(String file) {
        return file.endsWith(CLASS) && CLIENT.stream().anyMatch(file::startsWith)
                ? Optional.of(file.substring(0, file.length() - CLASS.length()))
                : Optional.empty();
    }

    private static List<Path> jars(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        }
        return jars;
    }
}
