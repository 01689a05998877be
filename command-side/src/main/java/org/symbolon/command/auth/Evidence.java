package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.symbolon.command.auth.CheckCredentials.Trial;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.events.shared.TokenOwner;

/**
 * Gathers, before any lock or database connection is held, what a decision about a log-in needs and what takes long:
 * whether the PIN is right.
 */
public class Evidence {

    private final CandidateTokens candidates;
    private final CandidateMemory memory;
    private final TokenTypes types;
    private final PinVerifier pins;
    private final PinEvidence newPins;
    private final UserPasswords passwords;
    private final SystemSettings settings;

    public Evidence(
            CandidateTokens candidates,
            CandidateMemory memory,
            TokenTypes types,
            PinVerifier pins,
            PinEvidence newPins,
            UserPasswords passwords,
            SystemSettings settings) {
        this.candidates = candidates;
        this.memory = memory;
        this.types = types;
        this.pins = pins;
        this.newPins = newPins;
        this.passwords = passwords;
        this.settings = settings;
    }

    /**
     * A log-in of a user, for one attempt after another: the first from memory alone where that can be enough, each
     * later one from what is true then.
     */
    public Supplier<CheckCredentials> attemptsOfUser(TokenOwner owner, String type, LoginAttempt attempt) {
        AtomicReference<CheckCredentials> recalled =
                new AtomicReference<>(recalled(owner, type, attempt).orElse(null));
        return () -> {
            CheckCredentials first = recalled.getAndSet(null);
            return first == null ? ofUser(owner, type, attempt) : first;
        };
    }

    /** Whether the user has any token, in whatever state. */
    public boolean hasTokens(TokenOwner owner) {
        return !usable("", candidates.ofOwner(owner)).isEmpty();
    }

    /** A log-in of a user; a type other than the empty text restricts it to tokens of that type. */
    public CheckCredentials ofUser(TokenOwner owner, String type, LoginAttempt attempt) {
        Optional<NewPin> newPin = newPins.of(attempt, owner, null);
        if (newPin.isPresent()) {
            return owing(changing(owner, attempt, newPin.get()), owner);
        }
        long mark = memory.mark();
        List<Candidate> found = candidates.ofOwner(owner);
        memory.remember(owner, found, mark);
        List<Candidate> tried = attempt.answers() ? ofType(type, found) : usable(type, found);
        return owing(command(owner, tried, attempt), owedBy(found, attempt.terms()));
    }

    /** Nothing to try: for somebody who is let in for another reason than a token, and may owe one. */
    public CheckCredentials ofNoToken(TokenOwner owner, LoginAttempt attempt) {
        return owing(command(owner, List.of(), attempt), owner);
    }

    /** The token that a user has to enrol before he is let in; empty if none. */
    public Optional<OwedToken> owedBy(TokenOwner owner, LoginTerms terms) {
        return owner == null || terms.owedToken() == null ? Optional.empty() : owedBy(candidates.ofOwner(owner), terms);
    }

    private static Optional<OwedToken> owedBy(List<Candidate> tokens, LoginTerms terms) {
        return Optional.ofNullable(terms.owedToken()).flatMap(owed -> owed.owedBy(tokens));
    }

    private CheckCredentials owing(CheckCredentials command, TokenOwner owner) {
        return owing(command, owedBy(owner, command.terms()));
    }

    private static CheckCredentials owing(CheckCredentials command, Optional<OwedToken> owed) {
        return owed.map(command::owing).orElse(command);
    }

    /**
     * A log-in with one token.
     *
     * @param owner whom the token must belong to, null for whomever
     * @throws Refusal 601 if there is no such token, 905 if it belongs to somebody else
     */
    public CheckCredentials ofSerial(String serial, TokenOwner owner, LoginAttempt attempt) {
        Candidate candidate = require(serial, owner);
        CheckCredentials command = newPins.of(attempt, owner, serial)
                .map(newPin -> changing(owner, attempt, newPin))
                .orElseGet(() -> command(owner, List.of(candidate), attempt));
        return owing(command, candidate.owner());
    }

    /** The question whether this is a right OTP value of the token, with no PIN and no log-in. */
    public CheckCredentials ofValue(String serial, TokenOwner owner, Secret otp) {
        Candidate candidate = require(serial, owner);
        boolean hasValues = !pinIsWholePass(candidate);
        Trial trial = new Trial(serial, otp, hasValues, candidate.pin(), hasValues);
        return new CheckCredentials(owner, List.of(trial), true);
    }

    /** All tokens of a user that may be asked a challenge; a type other than the empty text restricts them to it. */
    public TriggerChallenges askingUser(TokenOwner owner, String type, LoginTerms terms) {
        List<String> serials = usable(type, candidates.ofOwner(owner)).stream()
                .map(Candidate::serial)
                .toList();
        return new TriggerChallenges(owner, serials, terms);
    }

    /** The token that may be asked a challenge; none if there is no such token, or not of that owner and type. */
    public TriggerChallenges askingToken(String serial, TokenOwner owner, String type, LoginTerms terms) {
        List<String> serials = usable(
                        type, candidates.withSerial(serial).stream().toList())
                .stream()
                .filter(candidate -> owner == null || owner.equals(candidate.owner()))
                .map(Candidate::serial)
                .toList();
        return new TriggerChallenges(owner, serials, terms);
    }

    private static CheckCredentials changing(TokenOwner owner, LoginAttempt attempt, NewPin newPin) {
        return new CheckCredentials(owner, List.of(), false, false, attempt.transactionId(), attempt.terms(), newPin);
    }

    private CheckCredentials command(TokenOwner owner, List<Candidate> found, LoginAttempt attempt) {
        PinCheck check = pinCheck(attempt);
        List<Trial> trials = found.stream()
                .map(candidate -> verified(candidate, attempt, check))
                .toList();
        return new CheckCredentials(owner, trials, false, false, attempt.transactionId(), attempt.terms());
    }

    private PinCheck pinCheck(LoginAttempt attempt) {
        return new PinCheck(attempt.terms().pinMode(), pins, passwords);
    }

    /**
     * Empty unless memory can tell of each token whether the PIN is right, and of one that it is. An answer to a challenge
     * and a success that concerns all tokens of a user are never judged from memory.
     */
    private Optional<CheckCredentials> recalled(TokenOwner owner, String type, LoginAttempt attempt) {
        if (attempt.answers() || attempt.terms().resetsAllTokens()) {
            return Optional.empty();
        }
        PinCheck check = pinCheck(attempt);
        List<Trial> trials = new ArrayList<>();
        boolean anyRight = false;
        List<Candidate> known = usable(type, memory.of(owner));
        OwedTokenTerms owed = attempt.terms().owedToken();
        if (owed != null && !owed.areMetBy(known)) {
            return Optional.empty();
        }
        for (Candidate candidate : known) {
            SplitPass split = split(candidate, attempt.typed());
            Optional<Boolean> right = split.fits() ? check.recall(candidate, split.pin()) : Optional.of(false);
            if (right.isEmpty()) {
                return Optional.empty();
            }
            anyRight |= right.get();
            trials.add(trial(candidate, split, right.get()));
        }
        return anyRight
                ? Optional.of(new CheckCredentials(owner, trials, false, true, null, attempt.terms()))
                : Optional.empty();
    }

    private static List<Candidate> ofType(String type, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> type.isEmpty() || type.equalsIgnoreCase(candidate.type()))
                .toList();
    }

    private static List<Candidate> usable(String type, List<Candidate> candidates) {
        return ofType(type, candidates).stream()
                .filter(candidate -> candidate.progress() != Progress.AWAITED)
                .toList();
    }

    private Candidate require(String serial, TokenOwner owner) {
        Candidate candidate = candidates.withSerial(serial).orElseThrow(Refusal::tokenNotFound);
        if (owner != null && !owner.equals(candidate.owner())) {
            throw Refusal.parameter("Given serial does not belong to given user!");
        }
        return candidate;
    }

    private Trial verified(Candidate candidate, LoginAttempt attempt, PinCheck check) {
        Optional<TokenType> type = types.find(candidate.type());
        Secret typed = attempt.typed();
        if (attempt.answers()
                && type.filter(found -> found.describe().isAskable()).isPresent()) {
            return new Trial(candidate.serial(), typed, true, candidate.pin(), false);
        }
        SplitPass split = split(candidate, typed);
        if (type.filter(attempt.terms()::asks).isPresent() && isWholePin(candidate, typed, split, check)) {
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
