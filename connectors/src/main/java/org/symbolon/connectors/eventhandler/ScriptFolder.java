package org.symbolon.connectors.eventhandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.symbolon.command.eventhandler.port.HandlerScripts;
import org.symbolon.command.eventhandler.port.OutsideFailedException;

/**
 * Programs in one folder that whoever runs the server fills. Each is started without a shell, with nothing of the server's environment,
 * and stopped with all that it has started when its time is over. What it says is heard by nobody.
 */
public final class ScriptFolder implements HandlerScripts {

    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

    private final Path folder;
    private final Duration patience;

    public ScriptFolder(Path folder, Duration patience) {
        this.folder = folder.toAbsolutePath().normalize();
        this.patience = patience;
    }

    @Override
    public int run(String script, List<String> arguments) throws OutsideFailedException {
        Process running = started(program(script), arguments);
        try {
            if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw OutsideFailedException.forNow("the script did not end in time");
            }
            return running.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw OutsideFailedException.forNow("the script did not end in time");
        } finally {
            stop(running);
        }
    }

    /** Only what lies in the folder is run, whatever leads there. */
    private Path program(String script) throws OutsideFailedException {
        try {
            Path program = folder.resolve(script).toRealPath();
            if (program.startsWith(folder.toRealPath())
                    && Files.isRegularFile(program)
                    && Files.isExecutable(program)) {
                return program;
            }
        } catch (IOException | InvalidPathException missing) {
            throw none();
        }
        throw none();
    }

    private static OutsideFailedException none() {
        return OutsideFailedException.forGood("there is no such program in the folder of scripts");
    }

    private Process started(Path program, List<String> arguments) throws OutsideFailedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            Map<String, String> environment = builder.environment();
            environment.clear();
            environment.put("PATH", PATH);
            environment.put("LANG", "C.UTF-8");
            Process started = builder.start();
            started.getOutputStream().close();
            return started;
        } catch (IOException | IllegalArgumentException failed) {
            throw OutsideFailedException.forGood("the script cannot be started");
        }
    }

    private static void stop(Process running) {
        if (running.isAlive()) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }
}
