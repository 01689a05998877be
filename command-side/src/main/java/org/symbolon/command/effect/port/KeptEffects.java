package org.symbolon.command.effect.port;

import java.time.Instant;
import java.util.List;

/** The effects of event handlers that were given up, and that could still be tried again. */
@FunctionalInterface
public interface KeptEffects {

    /** Some of those that were given up before this moment, the oldest first. */
    List<String> givenUpBefore(Instant moment);
}
