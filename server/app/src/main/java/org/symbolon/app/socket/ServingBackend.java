package org.symbolon.app.socket;

import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.SharedOptions;

/** What lies behind commands that a running server carries out: the server itself. */
final class ServingBackend implements Backend {

    private final ApplicationContext context;
    private final Caller caller;

    /** Made for one who gives a command. */
    ServingBackend(ApplicationContext context, Caller caller) {
        this.context = context;
        this.caller = caller;
    }

    @Override
    public Backend reading() {
        return this;
    }

    @Override
    public <T> void use(SharedOptions options, Class<T> type, Consumer<T> work) {
        work.accept(context.getBean(type));
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public RunningServer serve(SharedOptions options) {
        throw new IllegalStateException("the server runs already");
    }
}
