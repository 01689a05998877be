package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The classes that a server loads as the Java machine has them in memory (class data sharing), by which a start takes two thirds of its
 * time. The first server of the build says which they are, and those that are started once the archive is there use it. There is none
 * where the modules are not packaged, as with {@code mvn test}: only jars can be archived.
 */
final class ClassArchive {

    private final List<Path> classes;
    private final Path archive;
    private final Path list;
    private final AtomicBoolean wanted;

    private ClassArchive(List<Path> classes, Path folder, boolean possible) {
        String name = folder.resolve(Integer.toHexString(classes.hashCode())).toString();
        this.classes = classes;
        this.archive = Path.of(name + ".jsa");
        this.list = Path.of(name + ".classes");
        this.wanted = new AtomicBoolean(possible);
    }

    static ClassArchive of(List<Path> classes, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new ClassArchive(classes, folder, classes.stream().noneMatch(Files::isDirectory));
    }

    /** For a process that is no server. What does not fit any more is passed over in silence. */
    List<String> options() {
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off") : List.of();
    }

    /** Of all processes of the build that find no archive, one makes it. */
    List<String> optionsOfServer() {
        if (wanted.get() && !Files.exists(archive) && isFirst()) {
            return List.of("-XX:DumpLoadedClassList=" + list);
        }
        wanted.set(false);
        return options();
    }

    private boolean isFirst() {
        try {
            Files.createFile(list);
            return true;
        } catch (IOException anotherIs) {
            return false;
        }
    }

    /** Makes it in the background, if the server that is ready was the one that listed its classes. */
    void make() {
        if (!wanted.getAndSet(false)) {
            return;
        }
        try {
            Path made = Path.of(archive + ".new");
            CompletableFuture<Void> unused = dump(known(), made).onExit().thenAccept(ended -> publish(ended, made));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The list without the classes of lambdas, over some of which the machine crashes when it dumps them. */
    private Path known() throws IOException {
        Path known = Path.of(list + ".known");
        List<String> lines = Files.readAllLines(list);
        Files.write(known, lines.stream().filter(line -> !line.startsWith("@")).toList());
        return known;
    }

    private Process dump(Path known, Path made) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + known,
                        "-XX:SharedArchiveFile=" + made,
                        "-cp",
                        Program.classPath(classes))
                .redirectErrorStream(true)
                .redirectOutput(Path.of(list + ".log").toFile())
                .start();
    }

    private void publish(Process dump, Path made) {
        try {
            if (dump.exitValue() == 0) {
                Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
