package org.symbolon.command.tokentype;

import java.util.Optional;
import org.symbolon.events.token.StateChange;

/** A type whose tokens can fall out of step with their devices. */
public interface Resynchronisable {

    /** What is so of the token once two values in a row were found; empty if they are not in its sync window. */
    Optional<StateChange> resynchronise(TokenView token, OtpPair pair);
}
