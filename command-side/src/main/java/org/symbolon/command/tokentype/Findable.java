package org.symbolon.command.tokentype;

import java.util.Optional;
import org.symbolon.events.token.StateChange;

/** A type of which the value that a device shows is enough to find its token among many others. */
public interface Findable {

    /** What using up the value would change, if it comes from this token and is not used up; empty if not. */
    Optional<StateChange> find(TokenView token, Sought sought);
}
