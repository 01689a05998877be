package org.symbolon.cli.kernel;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** What lies behind the commands, so that they can be tried without a database. */
public interface Backend {
    /** The same for commands that are nothing without data: where there is none, they are told so, and none is made. */
    Backend reading();

    /** Hands the one bean of the type to the work, in an application that lives only that long. */
    <T> void use(SharedOptions options, Class<T> type, Consumer<T> work);

    /** As {@link #use} for work that has a result. */
    default <T, R> R ask(SharedOptions options, Class<T> type, Function<T, R> work) {
        AtomicReference<R> result = new AtomicReference<>();
        use(options, type, bean -> result.set(work.apply(bean)));
        return result.get();
    }

    /** Whoever gives the command. */
    default Caller caller() {
        return new OwnCaller();
    }

    /** Hands out what makes no application, or one of its own kind; only whoever has the machine to himself has such things. */
    default <T> T beside(Class<T> type) {
        throw new UnsupportedOperationException("a server that runs has no " + type.getSimpleName());
    }

    /** The account that gives the command. */
    default String account() {
        return caller().account();
    }

    /** Starts the server; when this returns, it answers requests. */
    RunningServer serve(SharedOptions options);

    /** A server that answers requests. */
    interface RunningServer {
        int port();

        String node();

        /** The directory with its data. */
        Path data();

        /** The one bean of the type in the running application. */
        <T> T bean(Class<T> type);

        void awaitEnd() throws InterruptedException;
    }
}
