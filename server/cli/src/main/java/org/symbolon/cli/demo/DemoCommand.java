package org.symbolon.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a server and shows, step by step, that it does what it is for: the first thing that newcomers run. */
@Command(
        name = "demo",
        description = {
            "Start a server and show what it does, step by step: an administrator, users and tokens are made, right and"
                    + " wrong log-ins are checked, and what happened is looked at. The server then goes on running.",
            "On a directory with data, only what a former demo made is used again; all else is left alone.",
            "When port 8080 is taken and none is asked for, a free one is used."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;

    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = "--exit",
            description = "Stop the server at the end. Exit code 0 if every step was as it should be, 1 otherwise.")
    private boolean exit;

    @Mixin
    private SharedOptions options;

    public DemoCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!options.namesPort() && isTaken(USUAL_PORT)) {
            options.usePort(0);
        }
        PrintWriter out = specification.commandLine().getOut();
        Steps steps = new Steps(out, canShowSymbols());
        steps.begin("A server starts, as 'symbolon serve' starts one (the first time it also makes its database)");
        Backend.RunningServer server = backend.serve(options);
        steps.succeed("%s, with its data in %s".formatted(address(server), server.data()));
        play(steps, server);
        summarise(steps, out);
        if (!exit) {
            out.printf("%nSymbolon is ready at %s (node %s); ctrl-C stops it%n", address(server), server.node());
            out.flush();
            server.awaitEnd();
        }
        return steps.failed().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void play(Steps steps, Backend.RunningServer server) {
        DemoClient client = new DemoClient(address(server), steps::note);
        try {
            Scene scene = new Preparation(steps, client, server.bean(Administrators.class), server.data()).prepare();
            new Checks(steps, client, scene).run();
            new LookBack(steps, client, scene).run();
            new Proof(steps, server, specification.commandLine().getErr()).run();
        } catch (Steps.StoppedException e) {
            steps.note("Without this step, the demonstration cannot go on.");
        }
    }

    private static void summarise(Steps steps, PrintWriter out) {
        out.println();
        if (steps.failed().isEmpty()) {
            out.printf("All %d steps were as they should be.%n", steps.count());
        } else {
            out.printf("Of %d steps, these were not as they should be: %s%n", steps.count(), steps.failed());
        }
        out.flush();
    }

    private static String address(Backend.RunningServer server) {
        return "http://127.0.0.1:" + server.port();
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether what is printed reaches the screen as it is: not with the locale of many containers. */
    private static boolean canShowSymbols() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        Charset charset = name == null ? Charset.defaultCharset() : Charset.forName(name);
        return charset.newEncoder().canEncode('✓');
    }
}
