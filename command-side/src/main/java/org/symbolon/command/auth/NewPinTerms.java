package org.symbolon.command.auth;

import org.symbolon.command.secret.Secret;

/**
 * What has been decided about new PINs that people must choose when they log in.
 *
 * @param rule what a PIN must be
 * @param days for how many days it is good, null for as long as its owner likes
 */
public record NewPinTerms(Rule rule, Integer days) {

    /** Any PIN will do, for ever. */
    public static final NewPinTerms ANY = new NewPinTerms((serial, pin) -> {}, null);

    /** Whoever has been asked may answer, though meanwhile nobody would be asked any more. */
    static NewPinTerms orAny(NewPinTerms terms) {
        return terms == null ? ANY : terms;
    }

    /** What a PIN must be. */
    @FunctionalInterface
    public interface Rule {

        /**
         * Lets a PIN pass that may be chosen for the token with the serial.
         *
         * @throws org.symbolon.command.error.Refusal 303 for any other
         */
        void check(String serial, Secret pin);
    }
}
