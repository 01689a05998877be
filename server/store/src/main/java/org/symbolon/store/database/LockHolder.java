package org.symbolon.store.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Who holds a data directory, so that whoever is refused can be told. A command at work listens on no port. */
public record LockHolder(long pid, String node, int port) {
    private static final int NO_PORT = -1;

    public static LockHolder server(String node, int port) {
        return new LockHolder(ProcessHandle.current().pid(), node, port);
    }

    public static LockHolder command(String node) {
        return server(node, NO_PORT);
    }

    boolean isServer() {
        return port != NO_PORT;
    }

    String describe() {
        if (!isServer()) {
            return "another command (process %d)".formatted(pid);
        }
        return "the server of node %s (process %d, port %d)".formatted(node, pid, port);
    }

    String write() {
        return "pid=%d%nnode=%s%nport=%d%n".formatted(pid, node, port);
    }

    static LockHolder parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LockHolder(
                Long.parseLong(properties.getProperty("pid", "0")),
                properties.getProperty("node", "unknown"),
                Integer.parseInt(properties.getProperty("port", "-1")));
    }
}
