package org.symbolon.command.auth;

import java.util.List;
import org.symbolon.command.secret.Secret;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;

/**
 * Decide about one log-in with these tokens.
 *
 * @param owner who logs in, null when a serial was given instead
 * @param trials the tokens to try, with what was found about their PINs before any lock was taken
 * @param otpOnly whether only the OTP value is asked about: no PIN, no counters but the OTP's own
 * @param recalled whether the tokens are from memory and may be too few: enough for an acceptance, never for a refusal
 * @param transactionId the transaction whose challenge is answered, null for none
 * @param terms how it is to be judged
 * @param newPin the PIN that was typed because that was asked for, null otherwise; then nothing else counts
 * @param owed the token that is to be enrolled before anybody is let in, null for none
 */
public record CheckCredentials(
        TokenOwner owner,
        List<Trial> trials,
        boolean otpOnly,
        boolean recalled,
        String transactionId,
        LoginTerms terms,
        NewPin newPin,
        OwedToken owed) {

    public CheckCredentials(
            TokenOwner owner,
            List<Trial> trials,
            boolean otpOnly,
            boolean recalled,
            String transactionId,
            LoginTerms terms,
            NewPin newPin) {
        this(owner, trials, otpOnly, recalled, transactionId, terms, newPin, null);
    }

    public CheckCredentials(
            TokenOwner owner,
            List<Trial> trials,
            boolean otpOnly,
            boolean recalled,
            String transactionId,
            LoginTerms terms) {
        this(owner, trials, otpOnly, recalled, transactionId, terms, null);
    }

    public CheckCredentials(TokenOwner owner, List<Trial> trials, boolean otpOnly, boolean recalled) {
        this(owner, trials, otpOnly, recalled, null, LoginTerms.NONE);
    }

    public CheckCredentials(TokenOwner owner, List<Trial> trials, boolean otpOnly) {
        this(owner, trials, otpOnly, false);
    }

    /** The same of somebody who has to enrol a token before he is let in. */
    CheckCredentials owing(OwedToken token) {
        return new CheckCredentials(owner, trials, otpOnly, recalled, transactionId, terms, newPin, token);
    }

    /**
     * One token to try.
     *
     * @param otp the part of what was typed that must be the OTP value
     * @param longEnough whether what was typed can hold an OTP value of this token at all
     * @param pin against which what was typed was held
     * @param pinMatches whether the PIN was right
     * @param asks whether all that was typed is the PIN, of a token that may be asked a challenge
     */
    public record Trial(String serial, Secret otp, boolean longEnough, Pin pin, boolean pinMatches, boolean asks) {

        public Trial(String serial, Secret otp, boolean longEnough, Pin pin, boolean pinMatches) {
            this(serial, otp, longEnough, pin, pinMatches, false);
        }
    }
}
