package org.symbolon.api.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.secret.Payer;
import org.symbolon.command.token.port.KeyHolders;
import org.symbolon.command.tokentype.Discoverable;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** Log-ins of people whose devices name the key that they answer with, so that nobody has to say his name: the key tells whose it is. */
@Component
public final class KeyLogins {

    /** As privacyIDEA's clients name a key, whoever else they name. */
    private static final String CREDENTIAL = "credential_id";

    /** As eduMFA's clients do, who name a user, a token or a type beside. */
    private static final String OTHER_CREDENTIAL = "credentialid";

    /** The parameters of a request as if it named nobody, whoever it names; a realm may stand there. */
    static final Map<String, String> NAMING_NOBODY = Map.of("user", "", "username", "", "resolver", "", "serial", "");

    private final Discoverable type;
    private final ChallengesForAnybody challenges;
    private final KeyHolders holders;
    private final CandidateTokens candidates;
    private final UserDirectory directory;

    public KeyLogins(
            TokenTypes types,
            ChallengesForAnybody challenges,
            KeyHolders holders,
            CandidateTokens candidates,
            UserDirectory directory) {
        this.type = discoverable(types);
        this.challenges = challenges;
        this.holders = holders;
        this.candidates = candidates;
        this.directory = directory;
    }

    private static Discoverable discoverable(TokenTypes types) {
        return types.types().stream()
                .filter(Discoverable.class::isInstance)
                .map(Discoverable.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The token with whose key somebody wants in.
     *
     * @param user whose it is; empty if it is nobody's
     */
    public record KeyHolder(String serial, String type, Optional<KnownUser> user) {

        /** Whose failures count together. */
        public String account() {
            return user.map(BrakedLogins::accountOf).orElseGet(() -> BrakedLogins.accountOfToken(serial));
        }

        /** The parameters as if this token and nobody else had been named. */
        Map<String, String> named() {
            Map<String, String> named = new HashMap<>(NAMING_NOBODY);
            named.put("realm", "");
            named.put("serial", serial);
            return named;
        }
    }

    /**
     * Whether a request is such a log-in. Under eduMFA's name a key says nothing where somebody else is named.
     *
     * @param user the parameter that names a user
     */
    public static boolean concern(Parameters parameters, String user) {
        return parameters.nonEmptyText(CREDENTIAL).isPresent()
                || (parameters.nonEmptyText(OTHER_CREDENTIAL).isPresent() && namesNobody(parameters, user));
    }

    private static boolean namesNobody(Parameters parameters, String user) {
        return parameters.nonEmptyText(user).isEmpty()
                && parameters.nonEmptyText("serial").isEmpty()
                && parameters.nonEmptyText("type").isEmpty();
    }

    /**
     * The token that a request names, or else the one that has the key; empty if there is none.
     *
     * @throws ApiException 905 if a parameter is missing that an answer must have
     */
    public Optional<KeyHolder> holder(ApiRequest request) {
        Parameters parameters = request.parameters();
        transaction(parameters);
        Map<String, String> fields = LoginParameters.evidence(request, parameters);
        if (!type.isNew(fields)) {
            type.missing(fields).ifPresent(name -> {
                throw missing(name);
            });
        }
        return parameters
                .nonEmptyText("serial")
                .or(() -> type.key(fields).flatMap(key -> holders.serialOf(key.kind(), key.value())))
                .flatMap(this::holderOf);
    }

    /** The token with this serial; empty if there is none. */
    Optional<KeyHolder> holderOf(String serial) {
        return candidates.withSerial(serial).map(found -> new KeyHolder(found.serial(), found.type(), owner(found)));
    }

    private Optional<KnownUser> owner(Candidate token) {
        TokenOwner owner = token.owner();
        if (owner == null) {
            return Optional.empty();
        }
        String realm = owner.realm() == null ? "" : owner.realm();
        return directory
                .loginOf(owner.resolver(), owner.userId())
                .map(login -> new KnownUser(login, realm, owner.resolver(), owner.userId()));
    }

    /** Who wants in, and what he answers. */
    public LoginSubject subject(ApiRequest request, KeyHolder holder) {
        Map<String, String> fields = LoginParameters.evidence(request, request.parameters());
        String transactionId = transaction(request.parameters());
        return new LoginSubject.Keyed(
                holder.serial(),
                holder.user().map(KnownUser::asOwner).orElse(null),
                type.challenge(fields)
                        .flatMap(challenge -> challenges.read(transactionId, challenge))
                        .map(asked -> new LoginSubject.ForAnybody(
                                asked.challenge(), type.remembered(asked.verifies()), asked.expires()))
                        .orElse(null),
                type.isNew(fields));
    }

    /** Whether a device has made a key for a token that a log-in has enrolled. */
    boolean isNew(ApiRequest request) {
        return type.isNew(LoginParameters.evidence(request, request.parameters()));
    }

    /** What he answers; nothing that was typed counts. */
    public LoginAttempt attempt(LoginRequest login) {
        ApiRequest request = login.request();
        return new LoginAttempt(
                Secret.of(""),
                transaction(request.parameters()),
                login.asked().terms(),
                LoginParameters.evidence(request, request.parameters()),
                Payer.NOBODY);
    }

    private static String transaction(Parameters parameters) {
        return Optional.ofNullable(LoginParameters.transaction(parameters))
                .orElseThrow(() -> missing("transaction_id"));
    }

    private static ApiException missing(String name) {
        return ApiException.parameter("Missing parameter: " + name);
    }
}
