package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.tokentype.Selective;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.shared.Secret;

/** Finds out of tokens whether the PIN is right that was typed for them, which takes long. */
public final class Trials {

    private final TokenTypes types;
    private final PinVerifier pins;
    private final UserPasswords passwords;
    private final SystemSettings settings;
    private final KnownTokens known;
    private final Inquiries inquiries;

    public Trials(
            TokenTypes types,
            PinVerifier pins,
            UserPasswords passwords,
            SystemSettings settings,
            KnownTokens known,
            Inquiries inquiries) {
        this.types = types;
        this.pins = pins;
        this.passwords = passwords;
        this.settings = settings;
        this.known = known;
        this.inquiries = inquiries;
    }

    /** What asks outside for one log-in. */
    Outside outside() {
        return new Outside(known, inquiries);
    }

    List<Trial> of(List<Candidate> candidates, LoginAttempt attempt, Outside outside) {
        PinCheck check = pinCheck(attempt);
        List<Trial> trials = candidates.stream()
                .map(candidate -> verified(candidate, attempt, check, outside))
                .toList();
        if (trials.stream().noneMatch(Trial::pinMatches)) {
            check.settle(mustTellNothing(attempt));
        }
        return trials;
    }

    /** For a log-in of somebody who is not known, or has no token: it takes the time of one that is wrong, where nobody is to know. */
    void pretend(LoginAttempt attempt) {
        if (mustTellNothing(attempt)) {
            pinCheck(attempt).settle(true);
        }
    }

    /** Whoever answers a challenge has shown before that he is known. */
    private static boolean mustTellNothing(LoginAttempt attempt) {
        return attempt.terms().hidesFailures() && !attempt.answers();
    }

    /** Empty unless memory can tell of each token whether the PIN is right, and of one that it is. */
    Optional<List<Trial>> recalled(List<Candidate> known, LoginAttempt attempt) {
        if (attempt.terms().onlyByChallenge()) {
            return Optional.empty();
        }
        PinCheck check = pinCheck(attempt);
        List<Trial> trials = new ArrayList<>();
        boolean anyRight = false;
        for (Candidate candidate : known) {
            Optional<TokenType> type = types.find(candidate.type());
            if (attempt.terms().disable(candidate.type())) {
                trials.add(passedOver(candidate, type, attempt));
                continue;
            }
            if (type.filter(found -> found.has(Trait.GATHERS) || found instanceof Selective)
                    .isPresent()) {
                return Optional.empty();
            }
            SplitPass split = split(candidate, pinUse(type, Optional.empty()), attempt);
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
    Trial ofValue(Candidate candidate, LoginAttempt attempt, Outside outside) {
        Optional<TokenType> type = types.find(candidate.type());
        if (!isMeant(candidate, type, attempt)) {
            return passedOver(candidate, type, attempt);
        }
        Optional<KnownToken> token = look(type, candidate, null, outside);
        boolean hasValues = !Set.of(PinUse.WHOLE_PASS, PinUse.BEFORE_ANSWER).contains(pinUse(type, token));
        Trial trial = new Trial(candidate.serial(), attempt.typed(), hasValues, candidate.pin(), hasValues)
                .with(fields(type, attempt));
        return token.map(found -> outside.asked(trial, type.orElseThrow(), found, false))
                .orElse(trial);
    }

    /** What a device has answered that says itself which token it is, or which key of it. */
    Trial ofNameless(Candidate candidate, LoginAttempt attempt) {
        Optional<TokenType> type = types.find(candidate.type());
        return isMeant(candidate, type, attempt)
                ? unsplit(candidate, type, attempt)
                : passedOver(candidate, type, attempt);
    }

    /** A token that is there because another one's success concerns it. */
    Trial untried(Candidate candidate, LoginAttempt attempt) {
        Optional<TokenType> type = types.find(candidate.type());
        return isMeant(candidate, type, attempt)
                ? new Trial(candidate.serial(), Secret.EMPTY, false, candidate.pin(), false)
                : passedOver(candidate, type, attempt);
    }

    private static Trial unsplit(Candidate candidate, Optional<TokenType> type, LoginAttempt attempt) {
        return new Trial(candidate.serial(), attempt.typed(), true, candidate.pin(), false).with(fields(type, attempt));
    }

    private static Map<String, String> fields(Optional<TokenType> type, LoginAttempt attempt) {
        return type.map(attempt::fieldsFor).orElse(Map.of());
    }

    /** Whether the log-in is one for the token, as that is now. */
    private boolean isMeant(Candidate candidate, Optional<TokenType> type, LoginAttempt attempt) {
        return !attempt.terms().disable(candidate.type())
                && isSelected(candidate, type, attempt)
                && (candidate.active()
                        || type.filter(found -> found.has(Trait.UNHEARD_WHILE_DISABLED))
                                .isEmpty());
    }

    private boolean isSelected(Candidate candidate, Optional<TokenType> type, LoginAttempt attempt) {
        return !(type.orElse(null) instanceof Selective selective)
                || known.find(candidate.serial(), null)
                        .filter(token -> token.type().equals(selective.name()))
                        .filter(token -> !selective.isFor(token.token(), attempt.fieldsFor(selective)))
                        .isEmpty();
    }

    private static Trial passedOver(Candidate candidate, Optional<TokenType> type, LoginAttempt attempt) {
        return Trial.passingOver(candidate.serial(), candidate.pin(), fields(type, attempt));
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
        return new PinCheck(attempt.terms().pinMode(), pins, passwords, this::mayBeUsed, attempt.payer());
    }

    private boolean mayBeUsed(String serial) {
        return known.find(serial, null).filter(KnownToken::isFit).isPresent();
    }

    private Trial verified(Candidate candidate, LoginAttempt attempt, PinCheck check, Outside outside) {
        Optional<TokenType> type = types.find(candidate.type());
        if (!isMeant(candidate, type, attempt)) {
            return passedOver(candidate, type, attempt);
        }
        Optional<KnownToken> token = look(type, candidate, attempt.transactionId(), outside);
        boolean answers = attempt.answers()
                && type.filter(found -> found.describe().isAskable()).isPresent();
        Trial trial = answers
                ? unsplit(candidate, type, attempt)
                : verified(candidate, type, pinUse(type, token), attempt, check).with(fields(type, attempt));
        return token.map(found -> outside.asked(trial, type.orElseThrow(), found, answers))
                .orElse(trial);
    }

    /** The token as it is, if its type wants to see it before. */
    private static Optional<KnownToken> look(
            Optional<TokenType> type, Candidate candidate, String transactionId, Outside outside) {
        return type.filter(found -> found.has(Trait.GATHERS))
                .flatMap(found -> outside.look(found, candidate.serial(), transactionId));
    }

    private Trial verified(
            Candidate candidate, Optional<TokenType> type, PinUse pinUse, LoginAttempt attempt, PinCheck check) {
        SplitPass split = split(candidate, pinUse, attempt);
        if (pinUse == PinUse.NOTHING && !attempt.terms().onlyByChallenge()) {
            return trial(candidate, split, true);
        }
        boolean asks =
                type.filter(found -> ChallengeRules.ask(attempt.terms(), found)).isPresent();
        boolean isUndivided = pinUse == PinUse.WHOLE_OR_NOTHING || pinUse == PinUse.BEFORE_ANSWER;
        boolean whole = isUndivided
                ? asks && check.matches(candidate, attempt.typed())
                : asks && isWholePin(candidate, attempt.typed(), split, check);
        if (whole) {
            return new Trial(candidate.serial(), Secret.EMPTY, false, candidate.pin(), true, true)
                    .with(attempt.fieldsFor(type.orElseThrow()));
        }
        if (attempt.terms().onlyByChallenge()) {
            return new Trial(candidate.serial(), Secret.EMPTY, false, candidate.pin(), false);
        }
        boolean right = pinUse == PinUse.WHOLE_OR_NOTHING || (split.fits() && check.matches(candidate, split.pin()));
        return trial(candidate, split, right);
    }

    /** Where memory knows the PIN before a value, there is no need for a hash to see that both together are no PIN. */
    private static boolean isWholePin(Candidate candidate, Secret typed, SplitPass split, PinCheck check) {
        boolean before = split.fits() && check.recall(candidate, split.pin()).orElse(false);
        return !before && check.matches(candidate, typed);
    }

    /** A token that is nothing but a PIN has nothing to show where no PIN counts: not even nothing is right then. */
    private SplitPass split(Candidate candidate, PinUse pinUse, LoginAttempt attempt) {
        Secret typed = attempt.typed();
        return switch (pinUse) {
            case WHOLE_PASS ->
                attempt.terms().pinMode() == PinMode.NONE ? SplitPass.NO_EVIDENCE : SplitPass.ofPinAlone(typed);
            case BEFORE_ANSWER -> SplitPass.ofPinAlone(typed);
            case NOTHING, WHOLE_OR_NOTHING -> SplitPass.ofValueAlone(typed);
            case BEFORE_VALUE, BY_TOKEN ->
                SplitPass.of(typed, typedLength(candidate), settings.flagUnlessDenied("PrependPin"));
        };
    }

    private int typedLength(Candidate candidate) {
        int length = candidate.otpLength();
        return types.find(candidate.type())
                .map(type -> type.typedLength(length))
                .orElse(length);
    }

    /** As the token says where its type leaves that to it. */
    private static PinUse pinUse(Optional<TokenType> type, Optional<KnownToken> token) {
        return type.map(found -> token.map(seen -> found.pinUse(seen.token()))
                        .orElseGet(() -> found.describe().pinUse()))
                .orElse(PinUse.BEFORE_VALUE);
    }

    private static Trial trial(Candidate candidate, SplitPass split, boolean rightPin) {
        return new Trial(candidate.serial(), split.otp(), split.fits(), candidate.pin(), rightPin);
    }
}
