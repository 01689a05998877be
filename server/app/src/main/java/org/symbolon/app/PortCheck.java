package org.symbolon.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;

/** Tells whoever wants a port that another program has, before a database is made or started for a server that could not open it. */
final class PortCheck {

    private PortCheck() {}

    /**
     * What else can be wrong with a port or an address is said when it is opened.
     *
     * @throws PortInUseException if another program listens there
     */
    static void require(Environment environment) {
        int port = environment.getRequiredProperty("server.port", Integer.class);
        if (port <= 0) {
            return;
        }
        try (ServerSocket trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(place(environment.getProperty("server.address"), port));
        } catch (IOException closed) {
            PortInUseException.throwIfPortBindingException(closed, () -> port);
        }
    }

    private static InetSocketAddress place(String address, int port) {
        return address == null || address.isBlank()
                ? new InetSocketAddress(port)
                : new InetSocketAddress(address, port);
    }
}
