package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
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
    private final TokenTypes types;
    private final PinVerifier pins;
    private final SystemSettings settings;

    public Evidence(CandidateTokens candidates, TokenTypes types, PinVerifier pins, SystemSettings settings) {
        this.candidates = candidates;
        this.types = types;
        this.pins = pins;
        this.settings = settings;
    }

    /** A log-in of a user; a type other than the empty text restricts it to tokens of that type. */
    public CheckCredentials ofUser(TokenOwner owner, String type, Secret pass) {
        List<Trial> trials = new ArrayList<>();
        for (Candidate candidate : candidates.ofOwner(owner)) {
            if (type.isEmpty() || type.equalsIgnoreCase(candidate.type())) {
                trials.add(trial(candidate, pass));
            }
        }
        return new CheckCredentials(owner, trials, false);
    }

    /**
     * A log-in with one token.
     *
     * @param owner whom the token must belong to, null for whomever
     * @throws Refusal 601 if there is no such token, 905 if it belongs to somebody else
     */
    public CheckCredentials ofSerial(String serial, TokenOwner owner, Secret pass) {
        return new CheckCredentials(owner, List.of(trial(require(serial, owner), pass)), false);
    }

    /** The question whether this is a right OTP value of the token, with no PIN and no log-in. */
    public CheckCredentials ofValue(String serial, TokenOwner owner, Secret otp) {
        Candidate candidate = require(serial, owner);
        boolean hasValues = !pinIsWholePass(candidate);
        Trial trial = new Trial(serial, otp, hasValues, candidate.pinHash(), hasValues);
        return new CheckCredentials(owner, List.of(trial), true);
    }

    private Candidate require(String serial, TokenOwner owner) {
        Candidate candidate = candidates.withSerial(serial).orElseThrow(Refusal::tokenNotFound);
        if (owner != null && !owner.equals(candidate.owner())) {
            throw Refusal.parameter("Given serial does not belong to given user!");
        }
        return candidate;
    }

    private Trial trial(Candidate candidate, Secret pass) {
        String hash = candidate.pinHash();
        if (pinIsWholePass(candidate)) {
            return new Trial(candidate.serial(), Secret.EMPTY, true, hash, matches(candidate, pass));
        }
        String text = pass.reveal();
        int cut = text.length() - candidate.otpLength();
        if (cut < 0) {
            return new Trial(candidate.serial(), Secret.EMPTY, false, hash, false);
        }
        if (settings.flagUnlessDenied("PrependPin")) {
            boolean right = matches(candidate, Secret.of(text.substring(0, cut)));
            return new Trial(candidate.serial(), Secret.of(text.substring(cut)), true, hash, right);
        }
        boolean right = matches(candidate, Secret.of(text.substring(candidate.otpLength())));
        return new Trial(candidate.serial(), Secret.of(text.substring(0, candidate.otpLength())), true, hash, right);
    }

    private boolean matches(Candidate candidate, Secret pin) {
        return pins.matches(candidate.pinHash(), pin);
    }

    private boolean pinIsWholePass(Candidate candidate) {
        return types.find(candidate.type()).filter(TokenType::pinIsWholePass).isPresent();
    }
}
