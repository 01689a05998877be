package org.symbolon.server.cli;

import java.util.function.Consumer;

/** What lies behind the commands, so that they can be tried without a database. */
public interface Backend {
    /** Hands the one bean of the type to the work, in an application that lives only that long. */
    <T> void use(SharedOptions options, Class<T> type, Consumer<T> work);

    /** Starts the server; when this returns, it answers requests. */
    RunningServer serve(SharedOptions options);

    /** A server that answers requests. */
    interface RunningServer {
        int port();

        String node();

        void awaitEnd() throws InterruptedException;
    }
}
