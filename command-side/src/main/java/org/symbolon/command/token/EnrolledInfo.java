package org.symbolon.command.token;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/** What the info of a token shows after a step of its enrolment: what its type keeps, and what stands beside. */
record EnrolledInfo(TypeState state, Map<String, String> plain) {

    /** What somebody gives that is the type's goes to the type, unless the step itself says what it is. */
    static EnrolledInfo of(Map<String, String> given, TokenType type, EnrolmentStep step, EnrolmentRequest request) {
        Map<String, String> open = new HashMap<>(given);
        open.keySet().removeAll(step.state().entries().keySet());
        open.keySet().removeAll(step.secrets().keySet());
        TypeEdit edit = TypeEdit.of(type, view(step, request, Secret.EMPTY), open);
        Map<String, String> plain = new HashMap<>(edit.plain());
        plain.putAll(step.info());
        return new EnrolledInfo(step.state().after(edit.change()), plain);
    }

    /** The token as a step makes it. */
    static TokenView view(EnrolmentStep step, EnrolmentRequest request, Secret secret) {
        return new TokenView(
                request.serial(),
                step.otpLength(),
                0,
                0,
                "",
                step.state(),
                Map.of(),
                step.rolloutState(),
                TokenSecrets.open(secret));
    }

    /** The state with these secrets, sealed under the token's key. */
    TypeState state(Map<String, Secret> secrets, String serial, String key, SecretVault vault) {
        Map<String, Sealed> sealed = new HashMap<>();
        secrets.forEach((name, secret) -> sealed.put(name, vault.seal(key, Token.entryBinding(serial, name), secret)));
        return state.after(StateChange.of(sealed));
    }
}
