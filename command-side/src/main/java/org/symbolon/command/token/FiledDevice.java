package org.symbolon.command.token;

import java.util.Map;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.events.shared.Secret;

/**
 * Compares a token with the device that a file describes. What counts is what the file says: seed, length and settings of the device, and
 * whom and where it is given to. What has become of the token since (counters, PIN, description, a new owner's) does not.
 */
final class FiledDevice {

    private final SecretVault vault;

    FiledDevice(SecretVault vault) {
        this.vault = vault;
    }

    /** Whether the token is that device already, and at least where the file says that its counter is. */
    boolean isAlready(Token token, ImportedToken filed, EnrolmentDraft draft) {
        EnrolmentStep step = draft.step();
        return isFinished(token)
                && draft.keptAlready()
                && token.otpLength() == step.otpLength()
                && token.state().count() >= filed.counter()
                && isPlaced(token, filed)
                && isSet(token, filed, step)
                && hasSeed(token, step.secret());
    }

    private static boolean isFinished(Token token) {
        return token.rolloutState().isEmpty() || token.rolloutState().equals(TokenState.VERIFIED);
    }

    private static boolean isPlaced(Token token, ImportedToken filed) {
        EnrollToken enrolment = filed.enrolment();
        boolean hasOwner = enrolment.owner() == null || enrolment.owner().equals(token.owner());
        return hasOwner
                && token.realms().containsAll(TokenOrigin.file(filed.realms()).realmsFor(enrolment));
    }

    /** Settings that the file does not name are not held against it: some move with each log-in. */
    private static boolean isSet(Token token, ImportedToken filed, EnrolmentStep step) {
        Map<String, Object> known = token.state().entries();
        return step.state().entries().entrySet().stream()
                .filter(entry -> filed.enrolment().parameters().containsKey(entry.getKey()))
                .allMatch(entry -> entry.getValue().equals(known.get(entry.getKey())));
    }

    /** Secrets are compared in constant time. */
    private boolean hasSeed(Token token, Secret seed) {
        try {
            return seed != null && seed.equals(token.view(vault).secret());
        } catch (SecretErasedException erased) {
            return false;
        }
    }
}
