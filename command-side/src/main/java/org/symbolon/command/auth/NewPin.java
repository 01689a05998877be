package org.symbolon.command.auth;

import org.symbolon.command.secret.Secret;

/**
 * A PIN that somebody has typed because his was due.
 *
 * @param typed what he typed now
 * @param pinHash the hash of what he typed first
 */
public record NewPin(String serial, Secret typed, String pinHash, Step step) {

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
