package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LoginSubject.Declining;
import org.symbolon.command.auth.LoginSubject.Keyed;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.auth.Ruled;

/** Sees in the decision about a log-in whether somebody who is right still owes a token, and then has him enrol it. */
public class OwedTokens {

    private final TokenCensus census;
    private final Tokens tokens;
    private final SecretVault vault;
    private final LoginEnrolment enrolments;

    public OwedTokens(TokenCensus census, Tokens tokens, SecretVault vault, LoginEnrolment enrolments) {
        this.census = census;
        this.tokens = tokens;
        this.vault = vault;
        this.enrolments = enrolments;
    }

    /** Whether one of the tokens is of the type, in whatever state but that of one that a log-in has enrolled and not finished. */
    static boolean areMet(String type, List<Candidate> candidates) {
        return candidates.stream()
                .anyMatch(candidate ->
                        type.equalsIgnoreCase(candidate.type()) && candidate.progress() != Progress.AWAITED);
    }

    /** The serial of the token of the type that a log-in has enrolled that is not answered; null if there is none. */
    static String waiting(List<Candidate> candidates, String type) {
        return candidates.stream()
                .filter(candidate -> type.equals(candidate.type()) && candidate.progress() == Progress.AWAITED)
                .map(Candidate::serial)
                .findFirst()
                .orElse(null);
    }

    /**
     * Sees to it that nobody else enrols the same meanwhile. It comes before all tokens, and the waiting one among them in the
     * order of their serials, or locks would cross.
     */
    void reserve(LogIn command) {
        OwedToken owed = command.owed();
        if (owed == null) {
            return;
        }
        census.reserve(owed.places());
        TreeSet<String> serials = new TreeSet<>();
        command.trials().stream().map(Trial::serial).forEach(serials::add);
        if (command.newPin() != null) {
            serials.add(command.newPin().serial());
        }
        if (owed.waiting() != null) {
            serials.add(owed.waiting());
        }
        serials.forEach(tokens::find);
    }

    /** The decision with what is owed now; a token that has just been finished is owed no more. */
    Decision settle(LogIn login, Judged judged, Reading reading) {
        Decision decision = judged.decision();
        OwedTokenTerms terms = login.terms().owedToken();
        if (!decision.letsIn() || terms == null || login.subject() instanceof Declining) {
            return decision;
        }
        String type = terms.type().strip();
        if (judged.tried().stream().map(TriedToken::token).anyMatch(token -> isOf(type, token))) {
            return decision;
        }
        if (login.recalled()) {
            throw StaleEvidenceException.ofUser();
        }
        OwedToken owed = login.owed();
        return owed == null
                ? decision
                : settle(decision, terms, owed.withPin(pinOfUsed(decision, judged.tried())), reading);
    }

    /** The device has made the key of the token that a log-in has enrolled. */
    Judged finish(LogIn login, Keyed subject) {
        return enrolments.finish(login, subject);
    }

    /** Whoever has to enrol a token wants to do without. */
    Judged cancel(LogIn login, Declining subject) {
        return Judged.without(enrolments.cancel(login, subject));
    }

    private static boolean isOf(String type, Token token) {
        return type.equalsIgnoreCase(token.type()) && !token.isAwaited();
    }

    private Decision settle(Decision decision, OwedTokenTerms terms, OwedToken owed, Reading reading) {
        reading.note(terms.policies());
        Optional<Decision> fault = faults(terms, owed, reading);
        if (fault.isPresent()) {
            return decision.denied(fault.get().denial());
        }
        if (!terms.shown() && terms.isOptional()) {
            return decision;
        }
        if (!terms.shown()) {
            return decision.refused(
                    decision.message() + ", a token of the type " + owed.type() + " has to be enrolled first");
        }
        return enrolments.enrol(owed, decision);
    }

    private static Optional<Decision> faults(OwedTokenTerms terms, OwedToken owed, Reading reading) {
        List<Ruled<?>> read = new ArrayList<>(terms.parameters().values());
        read.add(terms.text());
        read.add(terms.optional());
        read.addAll(terms.quota().limits(owed.owner(), null, owed.type()));
        return read.stream().map(reading::faultOf).flatMap(Optional::stream).findFirst();
    }

    /** The new token has the PIN that was typed now, or it would be worth less than the one that was used. */
    private PinToKeep pinOfUsed(Decision decision, List<TriedToken> tried) {
        return tried.stream()
                .filter(one -> isUsed(one, decision))
                .map(TriedToken::token)
                .findFirst()
                .map(used -> PinToKeep.copyOf(used.pin(), Token.binding(used.serial(), SecretPurpose.PIN), vault))
                .orElse(null);
    }

    private static boolean isUsed(TriedToken tried, Decision decision) {
        String serial = decision.used().serial();
        return serial == null
                ? tried.match() == Match.VALID
                : serial.equals(tried.token().serial());
    }
}
