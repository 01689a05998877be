package org.symbolon.command.auth;

/**
 * A PIN that somebody has typed because his was due.
 *
 * @param pinHash the hash of what he typed first
 */
public record NewPin(String serial, String pinHash, Step step) {

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
