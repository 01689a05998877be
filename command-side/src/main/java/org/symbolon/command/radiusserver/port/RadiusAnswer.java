package org.symbolon.command.radiusserver.port;

import java.util.Optional;

/** What a RADIUS server says to a request. */
public sealed interface RadiusAnswer {

    /** What the server wants people to be shown; empty if there is nothing. */
    String message();

    record Accepted(String message) implements RadiusAnswer {}

    record Rejected(String message) implements RadiusAnswer {}

    /**
     * There is none that counts.
     *
     * @param message why, for whoever looks after servers: nobody who logs in is shown it
     */
    record Missing(String message) implements RadiusAnswer {}

    /** It wants to know more. A server that gives no state recognises the next request by its user. */
    record Challenged(String message, Optional<RadiusState> state) implements RadiusAnswer {}
}
