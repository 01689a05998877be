package org.symbolon.command.sending;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/**
 * Lets somebody look at aggregates who changes none: in a unit of work of its own, which holds their locks, and without what a command
 * costs beside that, such as a transaction. Not for use inside a command.
 */
public final class AggregateReader {

    private static final Message<String> NO_COMMAND = new GenericMessage<>("a look at aggregates");

    private final Attempts attempts;

    /**
     * Makes it.
     *
     * @param chance a thread's own source of chance, for pauses of which no two are alike
     */
    public AggregateReader(Supplier<RandomGenerator> chance) {
        this.attempts = new Attempts(chance);
    }

    /** What the question answers; it is asked once more where this node's copies were behind. */
    public <R> R read(Supplier<R> question) {
        return attempts.of(() -> once(question));
    }

    private static <R> R once(Supplier<R> question) {
        ResultMessage<R> result = DefaultUnitOfWork.startAndGet(NO_COMMAND).executeWithResult(question::get);
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        throw CommandSender.unchecked(result.exceptionResult());
    }
}
