package org.symbolon.app.radius;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.connectors.radiusclient.RadiusListener;

/** Has the server answer RADIUS once it can decide, and for as long as it can. */
public final class RadiusService implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusService.class);

    private final RadiusListener listener;
    private final RadiusListener.Places places;
    private final RadiusListener.Identity identity;
    private final Duration farewell;
    private volatile boolean running;

    public RadiusService(
            RadiusListener listener,
            RadiusListener.Places places,
            RadiusListener.Identity identity,
            Duration farewell) {
        this.listener = listener;
        this.places = places;
        this.identity = identity;
        this.farewell = farewell;
    }

    @Override
    public void start() {
        if (!places.areAny()) {
            return;
        }
        try {
            listener.start(identity);
        } catch (IOException | RuntimeException closed) {
            throw new CommandFailedException(
                    "RADIUS cannot be answered: " + closed.getMessage() + ". Look at the settings symbolon.radius",
                    closed);
        }
        running = true;
        places.udp().ifPresent(port -> LOG.info("RADIUS is answered at the UDP port {}", listener.udpPort()));
        places.tls().ifPresent(port -> LOG.info("RADIUS/TLS is answered at the TCP port {}", listener.tlsPort()));
    }

    @Override
    public void stop() {
        listener.stop(farewell);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
