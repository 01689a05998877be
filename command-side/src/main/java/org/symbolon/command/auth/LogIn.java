package org.symbolon.command.auth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/**
 * Decide about one log-in.
 *
 * @param subject who wants in, or with what
 * @param terms how it is to be judged
 * @param transactionId the transaction whose challenge is answered, null for none
 * @param trials the tokens to try, with what was found about their PINs before any lock was taken
 * @param recalled whether the tokens are from memory and may be too few: enough for an acceptance, never for a refusal
 * @param newPin the PIN that was typed because that was asked for, null otherwise; then no other token counts
 * @param findings what was found beside the tokens
 * @param awaited the transaction in which it has waited for somebody who was asked by another way, null where it has not
 */
public record LogIn(
        LoginSubject subject,
        LoginTerms terms,
        String transactionId,
        List<Trial> trials,
        boolean recalled,
        NewPin newPin,
        Findings findings,
        String awaited) {

    public LogIn {
        trials = List.copyOf(trials);
    }

    /** One that has waited for nobody. */
    public LogIn(
            LoginSubject subject,
            LoginTerms terms,
            String transactionId,
            List<Trial> trials,
            boolean recalled,
            NewPin newPin,
            Findings findings) {
        this(subject, terms, transactionId, trials, recalled, newPin, findings, null);
    }

    /** The same once it has waited for whoever was asked in this transaction. */
    public LogIn after(String transaction) {
        return new LogIn(subject, terms, transactionId, trials, recalled, newPin, findings, transaction);
    }

    boolean hasWaited() {
        return awaited != null;
    }

    /**
     * One token to try.
     *
     * @param otp the part of what was typed that must be the OTP value
     * @param longEnough whether what was typed can hold an OTP value of this token at all
     * @param pin against which what was typed was held
     * @param pinMatches whether the PIN was right
     * @param asks whether all that was typed is the PIN, of a token that may be asked a challenge
     * @param fields what its type has asked to see beside what was typed
     * @param pinUse what of it was taken for the PIN, null where all tokens of the type are alike in that
     * @param gathered what the token's type wanted to be asked before
     * @param meant whether the log-in is one for this token, or passes it over
     */
    public record Trial(
            String serial,
            Secret otp,
            boolean longEnough,
            Pin pin,
            boolean pinMatches,
            boolean asks,
            Map<String, String> fields,
            PinUse pinUse,
            Gathered gathered,
            boolean meant) {

        public Trial(String serial, Secret otp, boolean longEnough, Pin pin, boolean pinMatches, boolean asks) {
            this(serial, otp, longEnough, pin, pinMatches, asks, Map.of(), null, Gathered.NOTHING, true);
        }

        public Trial(String serial, Secret otp, boolean longEnough, Pin pin, boolean pinMatches) {
            this(serial, otp, longEnough, pin, pinMatches, false);
        }

        /** One that the log-in is not for: nothing of what was typed was held against it. */
        static Trial passingOver(String serial, Pin pin, Map<String, String> seen) {
            return new Trial(serial, Secret.EMPTY, false, pin, false, false, seen, null, Gathered.NOTHING, false);
        }

        /** The same with this beside what was typed. */
        Trial with(Map<String, String> seen) {
            return seen.isEmpty()
                    ? this
                    : new Trial(serial, otp, longEnough, pin, pinMatches, asks, seen, pinUse, gathered, meant);
        }

        /** The same of a token whose type wanted to see it. */
        Trial of(PinUse use, Gathered answers) {
            return new Trial(serial, otp, longEnough, pin, pinMatches, asks, fields, use, answers, meant);
        }

        Credential credential() {
            return new Credential(otp, fields, Optional.empty(), gathered);
        }

        /** Shows no value. */
        @Override
        public String toString() {
            return "Trial[" + serial + "]";
        }
    }

    /** Whom the tokens must belong to, null for whomever. */
    TokenOwner owner() {
        return subject.owner();
    }

    /** Whether only the OTP value is asked about, of a token that is fit: no PIN, no counters but the OTP's own. */
    boolean otpOnly() {
        return subject instanceof LoginSubject.Value;
    }

    /** The token that is to be enrolled before anybody is let in, null for none. */
    OwedToken owed() {
        return findings.owed();
    }

    /** Who wants in, where a type wants to know. */
    Holder holder() {
        return findings.holder();
    }

    /** By what tokens of this type are judged. */
    Circumstances circumstances(String type, Instant now, SystemSettings settings, Randomness randomness) {
        return new Circumstances(now, settings, randomness, new TypeTerms(terms.saidTo(type)), holder());
    }

    /** Whether it leads to a claim, which is the user's own deed. */
    public boolean claims() {
        return findings.claim() != null;
    }
}
