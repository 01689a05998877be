package org.symbolon.endtoend.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.app.Main;

/** The program as people start it, on the classes of this build; those of the tests come last, which some tests add to it. */
public final class Program {

    private static final Path TESTS = Path.of("target").toAbsolutePath();
    private static final Map<Boolean, List<Path>> CLASSES = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .collect(Collectors.partitioningBy(entry -> entry.startsWith(TESTS)));
    private static final ClassArchive ARCHIVE = ClassArchive.of(CLASSES.get(false), TESTS.resolve("classarchive"));

    private Program() {}

    /** The command that starts it in a process of its own. */
    public static List<String> command(String... arguments) {
        return command(ARCHIVE.options(), arguments);
    }

    /** As {@link #command}, for a server of which {@link #isReady} will be told. */
    static List<String> server(String... arguments) {
        return command(ARCHIVE.optionsOfServer(), arguments);
    }

    /** A server has loaded all that it needs, which the next ones need not read again. */
    static void isReady() {
        ARCHIVE.make();
    }

    private static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:MetaspaceSize=96m",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(all()), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<Path> all() {
        return Stream.of(false, true)
                .flatMap(ofTests -> CLASSES.get(ofTests).stream())
                .toList();
    }

    static String classPath(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
