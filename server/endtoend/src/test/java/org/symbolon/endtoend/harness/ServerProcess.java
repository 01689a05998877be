package org.symbolon.endtoend.harness;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.symbolon.store.database.DatabaseAccess;

/** A server in a process of its own, as people run it, so that a test can end it in every way in which one can end. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Symbolon is ready at http://127\\.0\\.0\\.1:(\\d+) .*");
    private static final long PATIENCE_SECONDS = 60;
    static final String KEY = "master.key";

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** With a database of its own in the directory. */
    public static ServerProcess start(Path data) {
        return start(data, "node", Map.of());
    }

    /** With a database of its own in the directory, and with more variables. */
    public static ServerProcess start(Path data, Map<String, String> more) {
        return start(data, "node", more);
    }

    /** With a database that it may share with other nodes. */
    public static ServerProcess start(Path data, String node, DatabaseAccess database) {
        return start(data, node, environment(database));
    }

    /** As one of several nodes, with more variables. */
    public static ServerProcess start(Path data, String node, DatabaseAccess database, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(environment(database));
        environment.putAll(more);
        return start(data, node, environment);
    }

    private static ServerProcess start(Path data, String node, Map<String, String> environment) {
        Process process = launch(
                data, environment, Program.server("serve", "--port", "0", "--node", node, "--data", data.toString()));
        try {
            ServerProcess server = new ServerProcess(process, awaitReady(process));
            Program.isReady();
            return server;
        } catch (IllegalStateException | UncheckedIOException failed) {
            tree(process).forEach(ProcessHandle::destroyForcibly);
            throw new IllegalStateException("The server did not start:\n" + logIn(data), failed);
        }
    }

    /** Makes an administrator from the command line, as the first one is always made. */
    public static void addAdmin(Path data, String name, String password) {
        addAdmin(data, name, password, Map.of());
    }

    public static void addAdmin(Path data, String name, String password, DatabaseAccess database) {
        addAdmin(data, name, password, environment(database));
    }

    private static void addAdmin(Path data, String name, String password, Map<String, String> environment) {
        Process process =
                launch(data, environment, "admin", "add", name, "--password-stdin", "--data", data.toString());
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(password)
                    .append('\n')
                    .close();
            if (!process.waitFor(PATIENCE_SECONDS, SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("The administrator was not added:\n" + logIn(data));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** Runs another command on the data, perhaps beside a server, and answers what it printed. */
    public static String run(Path data, DatabaseAccess database, String... arguments) {
        return run(data, environment(database), arguments);
    }

    /** Runs another command on data with a database of its own. */
    public static String run(Path data, String... arguments) {
        return run(data, Map.of(), arguments);
    }

    private static String run(Path data, Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        Process process = launch(data, environment, all.toArray(String[]::new));
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("The command failed:\n" + logIn(data));
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static Map<String, String> environment(DatabaseAccess database) {
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "SYMBOLON_TASK_PAUSE", "500ms");
    }

    private static Process launch(Path data, Map<String, String> environment, String... arguments) {
        return launch(data, environment, Program.command(arguments));
    }

    private static Process launch(Path data, Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectError(
                            ProcessBuilder.Redirect.appendTo(logFile(data).toFile()));
            builder.environment().keySet().removeIf(variable -> variable.matches("(SYMBOLON|SPRING)_.*"));
            builder.environment().put("SYMBOLON_STORE_FILES", InProcessServer.ANYWHERE);
            builder.environment().put("SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE", "3");
            // The folders of tests are for one user alone, who is root in many a container.
            builder.environment().put("SYMBOLON_ALLOW_ROOT", "true");
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int awaitReady(Process process) {
        try {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    return Integer.parseInt(ready.group(1));
                }
            }
            throw new IllegalStateException("It ended before it was ready");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Gives a node the key of another one, as whoever sets up the second one does. */
    public static void copyKey(Path from, Path to) {
        try {
            Files.createDirectories(to);
            Files.copy(from.resolve(KEY), to.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SIGKILL to the server alone; a database that it started is an orphan from then on. */
    public void kill() {
        end(Stream.of(process.toHandle()));
    }

    /** A signal to the server alone, such as {@code STOP}. */
    public void signal(String name) {
        Signals.send(process.toHandle(), name);
    }

    /** SIGKILL to the server and its database, in the order in which they were started or the other way round. */
    public void killAll(boolean databaseFirst) {
        List<ProcessHandle> all = tree(process);
        if (databaseFirst) {
            Collections.reverse(all);
        }
        end(all.stream());
    }

    /** The whole of it, first the server: later nobody would know any more which its children were. */
    private static List<ProcessHandle> tree(Process process) {
        List<ProcessHandle> all = new ArrayList<>();
        all.add(process.toHandle());
        process.descendants().forEach(all::add);
        return all;
    }

    private static void end(Stream<ProcessHandle> processes) {
        List<ProcessHandle> ended =
                processes.filter(ProcessHandle::destroyForcibly).toList();
        // Where nobody buries orphans, their ends are never seen.
        ended.forEach(
                handle -> handle.onExit().completeOnTimeout(handle, 10, SECONDS).join());
    }

    /** Everything that the server, and those before it on the same directory, had to say. */
    public static String logIn(Path data) {
        try {
            return Files.readString(logFile(data));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path logFile(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** Stops it as an administrator does. */
    @Override
    public void close() {
        List<ProcessHandle> all = tree(process);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
                end(all.stream());
                throw new IllegalStateException("The server did not stop");
            }
        } catch (InterruptedException stopped) {
            end(all.stream());
            throw interrupted(stopped);
        }
    }

    private static IllegalStateException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(stopped);
    }
}
