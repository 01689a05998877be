package org.symbolon.app.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Leaves of the classes that a training run loaded those that may stand in the launcher's class archive. Some Java 17
 * machines crash on the others: on lambdas of signed jars when they are archived, and on classes that a jar has in versions
 * for several Java releases when they are loaded from the archive while the flight recorder or an agent looks on.
 */
public final class ArchivableClasses {

    private static final String LAMBDA = "@";
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.+)\\.class");

    private ArchivableClasses() {}

    /** Arguments: the list as Java wrote it ({@code -XX:DumpLoadedClassList}), the folder of the jars, the list to write. */
    public static void main(String[] arguments) throws IOException {
        List<String> loaded = Files.readAllLines(Path.of(arguments[0]));
        Files.write(Path.of(arguments[2]), of(loaded, versioned(Path.of(arguments[1]))));
    }

    private static List<String> of(List<String> loaded, Set<String> versioned) {
        return loaded.stream()
                .filter(line -> !line.startsWith(LAMBDA))
                .filter(line -> !versioned.contains(line.split(" ", 2)[0]))
                .toList();
    }

    private static Set<String> versioned(Path libraries) throws IOException {
        Set<String> classes = new HashSet<>();
        for (Path jar : jars(libraries)) {
            try (ZipFile file = new ZipFile(jar.toFile())) {
                file.stream()
                        .map(ZipEntry::getName)
                        .map(VERSIONED::matcher)
                        .filter(Matcher::matches)
                        .forEach(name -> classes.add(name.group(1)));
            }
        }
        return classes;
    }

    private static List<Path> jars(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        }
        return jars;
    }
}
