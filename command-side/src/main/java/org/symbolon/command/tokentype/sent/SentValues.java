package org.symbolon.command.tokentype.sent;

import java.util.Optional;
import java.util.OptionalLong;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** The values of a token that are sent to its owner: those of RFC 4226, each asked for anew. */
public final class SentValues {

    private final TokenView token;
    private final SentState state;
    private final Optional<Hotp> values;

    private SentValues(TokenView token) {
        this.token = token;
        this.state = SentState.of(token.state());
        this.values = Hotp.of(token);
    }

    public static SentValues of(TokenView token) {
        return new SentValues(token);
    }

    /** What is sent with the next challenge; empty where the token can have no value. */
    public Optional<Secret> next() {
        return values.map(known -> Secret.of(known.value(state.next() + 1)));
    }

    /** What is changed by sending it. */
    public StateChange sending() {
        return state.sent();
    }

    /** What is sent after a value was right, without a challenge. */
    public Optional<Secret> after(Judgement.Right right) {
        Long counter = right.change().counter();
        return values.map(known -> Secret.of(known.value(counter == null ? state.next() : counter)));
    }

    /** What was sent with this challenge counts as well, also where another was sent later. */
    public Judgement judge(Credential credential) {
        if (values.isEmpty()) {
            return Judgement.WRONG;
        }
        OptionalLong found =
                values.get().findAtLogin(credential.value(), state.next(), state.next() + token.countWindow());
        if (found.isPresent()) {
            return Judgement.right(SentState.used(found.getAsLong()));
        }
        boolean sent = credential
                .challenge()
                .flatMap(OpenChallenge::secretData)
                .filter(credential.value()::equals)
                .isPresent();
        if (sent) {
            return Judgement.RIGHT;
        }
        return Judgement.wrong(state.next() > 0 && values.get().matches(state.next() - 1, credential.value()));
    }
}
