package org.symbolon.projections.shared;

import java.util.Optional;

/**
 * How far the trailing read models were from all that had happened, when somebody asked them who would not wait any longer. It is told
 * to whoever answers on the same thread: a question is handled on the thread that asks it.
 *
 * @param position up to which event they have come
 * @param behind how many events they have not had
 * @param unreadable how many events they lack since those cannot be read
 */
public record Staleness(long position, long behind, long unreadable) {

    private static final ThreadLocal<Staleness> OF_THIS_ANSWER = new ThreadLocal<>();

    void tell() {
        OF_THIS_ANSWER.set(this);
    }

    /** What has been told until now is nothing to the next answer. */
    public static void forget() {
        OF_THIS_ANSWER.remove();
    }

    /** What has been told since this was asked the last time, by the last model of several. */
    public static Optional<Staleness> taken() {
        Optional<Staleness> told = Optional.ofNullable(OF_THIS_ANSWER.get());
        OF_THIS_ANSWER.remove();
        return told;
    }
}
