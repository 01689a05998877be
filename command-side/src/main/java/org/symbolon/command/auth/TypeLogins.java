package org.symbolon.command.auth;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.command.auth.port.TokensByEntry;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.LoginEndpoint;
import org.symbolon.command.tokentype.LoginEndpoint.Wish;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeReply;

/** Finds out which calls of a type's endpoint are log-ins, and of which token. */
public class TypeLogins {

    private final TokenTypes types;
    private final TokensByEntry tokens;
    private final Evidence evidence;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final Clock clock;

    public TypeLogins(
            TokenTypes types,
            TokensByEntry tokens,
            Evidence evidence,
            SystemSettings settings,
            Randomness randomness,
            Clock clock) {
        this.types = types;
        this.tokens = tokens;
        this.evidence = evidence;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** The log-in that a call is; empty if it is none, or of no token that is there. */
    public Optional<TypeLogin> of(String type, TypeCall call) {
        return types.find(type).flatMap(known -> known.endpoint()
                .filter(LoginEndpoint.class::isInstance)
                .flatMap(endpoint -> of(known.name(), (LoginEndpoint) endpoint, call)));
    }

    private Optional<TypeLogin> of(String type, LoginEndpoint endpoint, TypeCall call) {
        return endpoint.wish(call, now())
                .flatMap(wish -> serial(type, wish).map(serial -> new TypeLogin(serial, wish, call, endpoint)));
    }

    private Optional<String> serial(String type, Wish wish) {
        return wish.values().stream()
                .map(value -> tokens.serials(type, wish.entry(), value))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0));
    }

    private Circumstances now() {
        return new Circumstances(clock.instant(), settings, randomness);
    }

    /** A log-in with one token. */
    public final class TypeLogin {

        private final String serial;
        private final Wish wish;
        private final TypeCall call;
        private final LoginEndpoint endpoint;

        private TypeLogin(String serial, Wish wish, TypeCall call, LoginEndpoint endpoint) {
            this.serial = serial;
            this.wish = wish;
            this.call = call;
            this.endpoint = endpoint;
        }

        public String serial() {
            return serial;
        }

        /** The log-in, for one attempt to decide about it after another. */
        public Supplier<LogIn> attempts() {
            return evidence.attempts(new LoginSubject.OneToken(serial, null), LoginAttempt.plain(wish.pass()));
        }

        /** What is answered once it is decided. */
        public TypeReply answer(Decision decision) {
            return endpoint.answer(call, decision.accepted(), now());
        }
    }
}
