package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;

/** Finds out of tokens whether the PIN is right that was typed for them, which takes long. */
public final class Trials {

    private final TokenTypes types;
    private final PinVerifier pins;
    private final UserPasswords passwords;
    private final SystemSettings settings;

    public Trials(TokenTypes types, PinVerifier pins, UserPasswords passwords, SystemSettings settings) {
        this.types = types;
        this.pins = pins;
        this.passwords = passwords;
        this.settings = settings;
    }

    List<Trial> of(List<Candidate> candidates, LoginAttempt attempt) {
        PinCheck check = pinCheck(attempt);
        return candidates.stream()
                .map(candidate -> verified(candidate, attempt, check))
                .toList();
    }

    /** Empty unless memory can tell of each token whether the PIN is right, and of one that it is. */
    Optional<List<Trial>> recalled(List<Candidate> known, LoginAttempt attempt) {
        PinCheck check = pinCheck(attempt);
        List<Trial> trials = new ArrayList<>();
        boolean anyRight = false;
        for (Candidate candidate : known) {
            SplitPass split = split(candidate, attempt.typed());
            Optional<Boolean> right = split.fits() ? check.recall(candidate, split.pin()) : Optional.of(false);
            if (right.isEmpty()) {
                return Optional.empty();
            }
            anyRight |= right.get();
            trials.add(trial(candidate, split, right.get()));
        }
        return anyRight ? Optional.of(trials) : Optional.empty();
    }

    /** What was typed as the value of a token that has values, with no PIN. */
    Trial ofValue(Candidate candidate, Secret otp) {
        boolean hasValues = !pinIsWholePass(candidate);
        return new Trial(candidate.serial(), otp, hasValues, candidate.pin(), hasValues);
    }

    /** What a device has answered that says itself which token it is. */
    Trial ofNameless(Candidate candidate, LoginAttempt attempt) {
        Trial trial = new Trial(candidate.serial(), attempt.typed(), true, candidate.pin(), false);
        return types.find(candidate.type())
                .map(type -> trial.with(attempt.fieldsFor(type)))
                .orElse(trial);
    }

    /** Whether of one of the tokens something may be sent to its owner now: its PIN was right, or it is answered. */
    boolean concernOwner(List<Candidate> candidates, List<Trial> tried, LoginAttempt attempt) {
        for (int number = 0; number < tried.size(); number++) {
            if (isSentTo(candidates.get(number))
                    && (attempt.answers() || tried.get(number).pinMatches())) {
                return true;
            }
        }
        return false;
    }

    /** Whether what the token's type sends goes to its owner. */
    boolean isSentTo(Candidate candidate) {
        return types.find(candidate.type())
                .filter(type -> type.has(Trait.SENDS))
                .isPresent();
    }

    private PinCheck pinCheck(LoginAttempt attempt) {
        return new PinCheck(attempt.terms().pinMode(), pins, passwords);
    }

    private Trial verified(Candidate candidate, LoginAttempt attempt, PinCheck check) {
        Optional<TokenType> type = types.find(candidate.type());
        Secret typed = attempt.typed();
        if (attempt.answers()
                && type.filter(found -> found.describe().isAskable()).isPresent()) {
            return new Trial(candidate.serial(), typed, true, candidate.pin(), false)
                    .with(attempt.fieldsFor(type.get()));
        }
        SplitPass split = split(candidate, typed);
        boolean asks = type.filter(found -> ChallengeRules.ask(attempt.terms().challenges(), found))
                .isPresent();
        if (asks && isWholePin(candidate, typed, split, check)) {
            return new Trial(candidate.serial(), Secret.EMPTY, false, candidate.pin(), true, true);
        }
        return trial(candidate, split, split.fits() && check.matches(candidate, split.pin()));
    }

    /** Where memory knows the PIN before a value, there is no need for a hash to see that both together are no PIN. */
    private static boolean isWholePin(Candidate candidate, Secret typed, SplitPass split, PinCheck check) {
        boolean before = split.fits() && check.recall(candidate, split.pin()).orElse(false);
        return !before && check.matches(candidate, typed);
    }

    private SplitPass split(Candidate candidate, Secret typed) {
        return pinIsWholePass(candidate)
                ? SplitPass.ofPinAlone(typed)
                : SplitPass.of(typed, candidate.otpLength(), settings.flagUnlessDenied("PrependPin"));
    }

    private boolean pinIsWholePass(Candidate candidate) {
        return types.find(candidate.type())
                .filter(type -> type.describe().pinUse() == PinUse.WHOLE_PASS)
                .isPresent();
    }

    private static Trial trial(Candidate candidate, SplitPass split, boolean rightPin) {
        return new Trial(candidate.serial(), split.otp(), split.fits(), candidate.pin(), rightPin);
    }
}
