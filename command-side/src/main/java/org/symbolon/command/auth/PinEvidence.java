package org.symbolon.command.auth;

import java.util.Optional;
import org.symbolon.command.auth.NewPin.Step;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.PinResets;
import org.symbolon.command.auth.port.PinResets.PinReset;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.token.Token;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;

/** Finds out, before any lock is held, whether what was typed is to become a PIN, and hashes it. */
public class PinEvidence {

    private final PinResets resets;
    private final CandidateTokens candidates;
    private final PinVerifier pins;
    private final SecretVault vault;

    public PinEvidence(PinResets resets, CandidateTokens candidates, PinVerifier pins, SecretVault vault) {
        this.resets = resets;
        this.candidates = candidates;
        this.pins = pins;
        this.vault = vault;
    }

    /**
     * The new PIN; empty if the attempt is one like any other.
     *
     * @param owner whom the token must belong to, null for whomever
     * @param serial the token that was named, null for none
     * @throws org.symbolon.command.error.Refusal 905 if the PIN is too long
     */
    Optional<NewPin> of(LoginAttempt attempt, TokenOwner owner, String serial) {
        return Optional.ofNullable(attempt.transactionId())
                .flatMap(resets::pending)
                .filter(reset -> serial == null || serial.equals(reset.serial()))
                .filter(reset -> owner == null || owner.equals(ownerOf(reset)))
                .map(reset -> newPin(reset, attempt));
    }

    private TokenOwner ownerOf(PinReset reset) {
        return candidates.withSerial(reset.serial()).map(Candidate::owner).orElse(null);
    }

    private NewPin newPin(PinReset reset, LoginAttempt attempt) {
        if (reset.firstPin() == null) {
            Limits.check("pass", attempt.typed().reveal(), Limits.PIN);
            return new NewPin(reset.serial(), attempt.typed(), pins.hash(attempt.typed()), Step.CHOSEN);
        }
        Binding ofChallenge = ChallengeTransaction.binding(attempt.transactionId(), reset.serial());
        Pin first = Pin.ofText(vault.unseal(ofChallenge, reset.firstPin()).reveal());
        Binding ofToken = Token.binding(reset.serial(), SecretPurpose.PIN);
        boolean same = pins.matches(ofToken, first, attempt.typed(), attempt.payer());
        return new NewPin(reset.serial(), attempt.typed(), first, same ? Step.CONFIRMED : Step.MISTYPED);
    }
}
