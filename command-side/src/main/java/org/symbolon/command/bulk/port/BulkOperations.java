package org.symbolon.command.bulk.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been ordered of many tokens at once, and how far it is, for all nodes to see. */
public interface BulkOperations {

    /** Whose an operation is. */
    record Owner(String administrator, String realm) {}

    /** Somebody's hold on an operation that he works on. */
    record Turn(String operation, String holder) {}

    /** A token to which nothing has been done yet. */
    record Step(int number, String serial) {}

    /** What is done to each token. */
    record Order(String action, Map<String, String> settings) {}

    /** How far an operation is. */
    enum State {
        /** Some node works on it. */
        RUNNING,
        /** None does any more, and there is something left to do. */
        INTERRUPTED,
        DONE,
        CANCELLED
    }

    /**
     * What has become of an operation.
     *
     * @param begun in ISO 8601
     * @param refused how many tokens nothing was done to
     */
    record Progress(String id, String action, State state, String begun, int total, int done, int refused) {}

    /** A token to which nothing was done, and why. */
    record Refused(String serial, String reason) {}

    /** How many operations of somebody are not at their end. */
    int openOf(Owner owner);

    /**
     * Puts an order down, and answers the hold on it of whoever does.
     *
     * @param within done in the same transaction; if it throws, there is no order
     */
    Turn begin(Owner owner, Order order, List<String> serials, Runnable within);

    /** The hold on an operation of this owner that nobody works on and that has not ended; empty otherwise. */
    Optional<Turn> resume(String id, Owner owner);

    Order order(Turn turn);

    /** The next token, empty if there is none left. */
    Optional<Step> next(Turn turn);

    /**
     * Whether the operation is still held so and nothing was done to the token yet; then it has been now. To be called within the
     * transaction that does it.
     */
    boolean done(Turn turn, Step step);

    /** Nothing was done to the token, for this reason. */
    void refused(Turn turn, Step step, String reason);

    /** Ends the hold, and with it the operation where nothing is left to do. */
    void release(Turn turn);

    /** Whether there was such an operation of this owner that had not ended. */
    boolean cancel(String id, Owner owner);

    Optional<Progress> progress(String id, Owner owner);

    /** The newest operations of somebody, the newest first. */
    List<Progress> of(Owner owner, int most);

    /** Tokens to which nothing was done, in the order of the operation. */
    List<Refused> refusedOf(String id, int page, int size);
}
