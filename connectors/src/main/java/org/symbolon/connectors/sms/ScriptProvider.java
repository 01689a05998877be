package org.symbolon.connectors.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;

/**
 * Programs that send messages, in one folder that whoever runs the server fills. Each is started without a shell, with the number as its
 * only argument and the message on its standard input, with nothing of the server's environment, and for a bounded time.
 */
final class ScriptProvider implements SmsProvider {

    private static final String SCRIPT = "script";
    private static final String BACKGROUND = "background";
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

    private final Path folder;
    private final Duration patience;

    ScriptProvider(Path folder, Duration patience) {
        this.folder = folder.toAbsolutePath().normalize();
        this.patience = patience;
    }

    @Override
    public void send(Gateway gateway, TextMessage message) {
        String number = PhoneNumber.plain(gateway, message);
        Process running = started(gateway, program(gateway), number);
        CompletableFuture<Process> ending = running.onExit()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ended, late) -> stop(running));
        tell(running, message);
        if (!gateway.required(BACKGROUND).strip().equals(BACKGROUND)) {
            requireDone(gateway, running, ending);
        }
    }

    @Override
    public List<Finding> examine(Gateway gateway) {
        gateway.required(BACKGROUND);
        Path program = program(gateway);
        return List.of(Finding.ok("The program %s is there and can be run".formatted(program.getFileName())));
    }

    /** Only what lies in the folder is run, whatever leads there. */
    private Path program(Gateway gateway) {
        try {
            Path program = folder.resolve(gateway.required(SCRIPT).strip()).toRealPath();
            if (program.startsWith(folder.toRealPath())
                    && Files.isRegularFile(program)
                    && Files.isExecutable(program)) {
                return program;
            }
        } catch (IOException | InvalidPathException missing) {
            throw none(gateway);
        }
        throw none(gateway);
    }

    private static TextNotSentException none(Gateway gateway) {
        return new TextNotSentException(
                gateway.identifier(), Trouble.DEFINITION, "there is no such program in the folder of scripts");
    }

    private Process started(Gateway gateway, Path program, String number) {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), number)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", PATH);
        environment.put("LANG", "C.UTF-8");
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new TextNotSentException(gateway.identifier(), Trouble.DEFINITION, "its program cannot be started");
        }
    }

    private static void tell(Process running, TextMessage message) {
        try (OutputStream input = running.getOutputStream()) {
            input.write(message.text().reveal().getBytes(UTF_8));
        } catch (IOException unread) {
            // How it ends says whether it has sent anything.
        }
    }

    private static void requireDone(Gateway gateway, Process running, CompletableFuture<Process> ending) {
        try {
            ending.join();
        } catch (RuntimeException late) {
            throw new TextNotSentException(gateway.identifier(), Trouble.TOO_SLOW);
        }
        if (running.exitValue() != 0) {
            throw new TextNotSentException(
                    gateway.identifier(), Trouble.REJECTED, "its program ended with " + running.exitValue());
        }
    }

    /** What it has started goes with it. */
    private static void stop(Process running) {
        if (running.isAlive()) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }
}
