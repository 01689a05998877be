package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.command.auth.CheckCredentials.Trial;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
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
    private final SystemSettings settings;

    public Evidence(
            CandidateTokens candidates,
            CandidateMemory memory,
            TokenTypes types,
            PinVerifier pins,
            SystemSettings settings) {
        this.candidates = candidates;
        this.memory = memory;
        this.types = types;
        this.pins = pins;
        this.settings = settings;
    }

    /**
     * A log-in of a user, for one attempt after another: the first from memory alone where that can be enough, each
     * later one from what is true then.
     */
    public Supplier<CheckCredentials> attemptsOfUser(TokenOwner owner, String type, Secret pass) {
        AtomicReference<CheckCredentials> recalled =
                new AtomicReference<>(recalled(owner, type, pass).orElse(null));
        return () -> {
            CheckCredentials first = recalled.getAndSet(null);
            return first == null ? ofUser(owner, type, pass) : first;
        };
    }

    /** A log-in of a user; a type other than the empty text restricts it to tokens of that type. */
    public CheckCredentials ofUser(TokenOwner owner, String type, Secret pass) {
        long mark = memory.mark();
        List<Candidate> found = candidates.ofOwner(owner);
        memory.remember(owner, found, mark);
        List<Trial> trials =
                ofType(type, found).map(candidate -> verified(candidate, pass)).toList();
        return new CheckCredentials(owner, trials, false);
    }

    /**
     * A log-in with one token.
     *
     * @param owner whom the token must belong to, null for whomever
     * @throws Refusal 601 if there is no such token, 905 if it belongs to somebody else
     */
    public CheckCredentials ofSerial(String serial, TokenOwner owner, Secret pass) {
        return new CheckCredentials(owner, List.of(verified(require(serial, owner), pass)), false);
    }

    /** The question whether this is a right OTP value of the token, with no PIN and no log-in. */
    public CheckCredentials ofValue(String serial, TokenOwner owner, Secret otp) {
        Candidate candidate = require(serial, owner);
        boolean hasValues = !pinIsWholePass(candidate);
        Trial trial = new Trial(serial, otp, hasValues, candidate.pinHash(), hasValues);
        return new CheckCredentials(owner, List.of(trial), true);
    }

    /** Empty unless memory can tell of each token whether the PIN is right, and of one that it is. */
    private Optional<CheckCredentials> recalled(TokenOwner owner, String type, Secret pass) {
        List<Trial> trials = new ArrayList<>();
        AtomicBoolean doubtful = new AtomicBoolean();
        ofType(type, memory.of(owner))
                .forEach(candidate -> trials.add(trial(candidate, pass, pin -> {
                    Optional<Boolean> right = pins.recall(candidate.pinHash(), pin);
                    if (right.isEmpty()) {
                        doubtful.set(true);
                    }
                    return right.orElse(false);
                })));
        boolean enough = !doubtful.get() && trials.stream().anyMatch(Trial::pinMatches);
        return enough ? Optional.of(new CheckCredentials(owner, trials, false, true)) : Optional.empty();
    }

    private static Stream<Candidate> ofType(String type, List<Candidate> candidates) {
        return candidates.stream().filter(candidate -> type.isEmpty() || type.equalsIgnoreCase(candidate.type()));
    }

    private Candidate require(String serial, TokenOwner owner) {
        Candidate candidate = candidates.withSerial(serial).orElseThrow(Refusal::tokenNotFound);
        if (owner != null && !owner.equals(candidate.owner())) {
            throw Refusal.parameter("Given serial does not belong to given user!");
        }
        return candidate;
    }

    private Trial trial(Candidate candidate, Secret pass, Predicate<Secret> rightPin) {
        String hash = candidate.pinHash();
        if (pinIsWholePass(candidate)) {
            return new Trial(candidate.serial(), Secret.EMPTY, true, hash, rightPin.test(pass));
        }
        String text = pass.reveal();
        int cut = text.length() - candidate.otpLength();
        if (cut < 0) {
            return new Trial(candidate.serial(), Secret.EMPTY, false, hash, false);
        }
        if (settings.flagUnlessDenied("PrependPin")) {
            boolean right = rightPin.test(Secret.of(text.substring(0, cut)));
            return new Trial(candidate.serial(), Secret.of(text.substring(cut)), true, hash, right);
        }
        boolean right = rightPin.test(Secret.of(text.substring(candidate.otpLength())));
        return new Trial(candidate.serial(), Secret.of(text.substring(0, candidate.otpLength())), true, hash, right);
    }

    private Trial verified(Candidate candidate, Secret pass) {
        return trial(candidate, pass, pin -> pins.matches(candidate.pinHash(), pin));
    }

    private boolean pinIsWholePass(Candidate candidate) {
        return types.find(candidate.type()).filter(TokenType::pinIsWholePass).isPresent();
    }
}
