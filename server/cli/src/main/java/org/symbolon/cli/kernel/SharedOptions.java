package org.symbolon.cli.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options of every command that works on a server's data. What is not given here is left to Spring, which looks into
 * system properties, the environment and configuration files, in this order.
 */
public final class SharedOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "The directory with the database and the keys of this server. It is made when it is missing.",
                "Default: ./data. Environment: SYMBOLON_DATA. Property: symbolon.data."
            })
    private Optional<String> data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = {
                "The port on which the server answers HTTP requests.",
                "Default: 8080. Environment: SYMBOLON_PORT. Property: symbolon.port."
            })
    private Optional<Integer> port;

    @Option(
            names = "--node",
            paramLabel = "NAME",
            description = {
                "The name of this server among several that share a database, as it appears in the audit.",
                "Default: the host's name. Environment: SYMBOLON_NODE. Property: symbolon.node."
            })
    private Optional<String> node;

    @Option(
            names = "--allow-root",
            description = {
                "As root, let the embedded database's process read root's files where it cannot run under another account.",
                "Environment: SYMBOLON_ALLOW_ROOT=true. Property: symbolon.allow-root."
            })
    private boolean allowRoot;

    @Option(names = "--debug", description = "Log more, and show where an error came from.")
    private boolean debug;

    /** Whether a port was asked for, on the command line or in the ways in which Spring hears of it. */
    public boolean namesPort() {
        return port.isPresent()
                || System.getenv("SYMBOLON_PORT") != null
                || System.getProperty("symbolon.port") != null;
    }

    public void usePort(int chosen) {
        port = Optional.of(chosen);
    }

    public void useNode(String chosen) {
        node = Optional.of(chosen);
    }

    /** The data directory, for those who do not ask Spring: where it would be without files of settings. */
    public Path data() {
        return Path.of(data.or(() -> Optional.ofNullable(System.getProperty("symbolon.data")))
                .or(() -> Optional.ofNullable(System.getenv("SYMBOLON_DATA")))
                .orElse("data"));
    }

    public boolean debug() {
        return debug;
    }

    public String[] asSpringArguments() {
        List<String> arguments = new ArrayList<>();
        data.ifPresent(value -> arguments.add("--symbolon.data=" + value));
        port.ifPresent(value -> arguments.add("--symbolon.port=" + value));
        node.ifPresent(value -> arguments.add("--symbolon.node=" + value));
        if (allowRoot) {
            arguments.add("--symbolon.allow-root=true");
        }
        if (debug) {
            arguments.add("--logging.level.org.symbolon=debug");
        }
        return arguments.toArray(String[]::new);
    }
}
