package org.symbolon.command.idempotency.port;

import java.util.Optional;
import org.symbolon.events.shared.Secret;

/** Whose turn it is to do a request that is to be done once. */
public sealed interface Turn {

    /**
     * The turn of whoever has asked.
     *
     * @param name of the request among all others
     * @param holder what tells this turn from others at the same request
     */
    record Taken(String name, String holder) implements Turn {}

    /** Somebody is at it. */
    record AtWork() implements Turn {}

    /** The key belongs to a request that says something else. */
    record OfAnother() implements Turn {}

    /** The caller, or all together, have more keys than can be kept. */
    record TooMany() implements Turn {}

    /**
     * Nobody's: it is done.
     *
     * @param subject what it was about, such as the serial of the token that was made; may be empty
     * @param answer what was answered; empty where the answer is lost
     */
    record Done(String subject, Optional<Secret> answer) implements Turn {}
}
