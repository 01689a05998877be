package org.symbolon.api.kernel.servlet;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ServerEnd;

/** Tells clients of a server that is about to stop that their connection ends with the answer (RFC 9112, 9.6). */
@Component
public final class Farewell implements SmartLifecycle, ServerEnd {

    private volatile boolean begun;
    private volatile boolean running;

    @Override
    public void start() {
        begun = true;
        running = true;
    }

    /** Before the web server waits for what is under way. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isNear() {
        return begun && !running;
    }

    /** Whether everything has been started once. */
    public boolean hasBegun() {
        return begun;
    }

    void say(HttpServletResponse response) {
        if (!running) {
            response.setHeader("Connection", "close");
        }
    }
}
