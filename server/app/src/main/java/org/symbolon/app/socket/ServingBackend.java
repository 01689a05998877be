package org.symbolon.app.socket;

import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.SharedOptions;

/** What lies behind commands that a running server carries out: the server itself. */
final class ServingBackend implements Backend {

    private final ApplicationContext context;
    private final String account;

    /**
     * Made for one who gives a command.
     *
     * @param account under which he does
     */
    ServingBackend(ApplicationContext context, String account) {
        this.context = context;
        this.account = account;
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
    public String account() {
        return account;
    }

    @Override
    public RunningServer serve(SharedOptions options) {
        throw new IllegalStateException("the server runs already");
    }
}
