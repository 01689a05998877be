package org.symbolon.command.auth;

import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/**
 * A PIN that somebody has typed because his was due.
 *
 * @param typed what he typed now
 * @param pin what he typed first, hashed
 */
public record NewPin(String serial, Secret typed, Pin pin, Step step) {

    /** How far he has come. */
    public enum Step {
        /** It was typed for the first time. */
        CHOSEN,
        /** The same was typed again. */
        CONFIRMED,
        /** Something else was typed then. */
        MISTYPED
    }
}
