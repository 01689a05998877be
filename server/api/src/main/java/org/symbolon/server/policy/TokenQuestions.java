package org.symbolon.server.policy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.shared.UserName;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.projections.token.TokenPlaceRow;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.login.RequestUsers;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.asking.Subject;
import org.symbolon.server.policy.matching.PolicyAnswer;
import org.symbolon.server.policy.matching.PolicyRefusal;

/**
 * Asks what policies say of the token that a request is about. Whose it is is looked up once for each request, and not at
 * all as long as no policy of the scope is in use.
 */
final class TokenQuestions {

    private static final int MOST_DIGITS = 9;

    private final UserDirectory directory;
    private final CandidateRows candidates;

    TokenQuestions(UserDirectory directory, CandidateRows candidates) {
        this.directory = directory;
        this.candidates = candidates;
    }

    boolean hasScope(ApiRequest request, Scope scope) {
        return request.policies().hasScope(scope);
    }

    /** What policies say for the user of the token. */
    PolicyAnswer ask(ApiRequest request, Action action) {
        return hasScope(request, action.scope())
                ? request.policies().ask(action, target(request).subject())
                : nothing(action);
    }

    /** What policies say for a realm. */
    PolicyAnswer ask(ApiRequest request, Action action, String realm) {
        return request.policies().ask(action, new Subject.OfRealm(realm));
    }

    /** What policies of the caller's scope say for the user of the token. */
    PolicyAnswer askCaller(ApiRequest request, SharedAction shared) {
        Action action = shared.in(scopeOf(request));
        return hasScope(request, action.scope())
                ? request.policies().askCaller(action, target(request).subject())
                : nothing(action);
    }

    private static PolicyAnswer nothing(Action action) {
        return new PolicyAnswer(action, List.of(), name -> {});
    }

    static boolean isByAdmin(ApiRequest request) {
        return request.caller() instanceof Caller.Administrator;
    }

    static Scope scopeOf(ApiRequest request) {
        return isByAdmin(request) ? Scope.ADMIN : Scope.USER;
    }

    /** A value that must be a number. */
    static OptionalInt number(PolicyAnswer answer) {
        return answer.value().map(TokenQuestions::number).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** The largest of several values. */
    static OptionalInt largest(PolicyAnswer answer) {
        return answer.values().stream().mapToInt(TokenQuestions::number).max();
    }

    /** The number that a policy says. */
    static int number(String text) {
        String digits = text.strip();
        if (digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || !digits.chars().allMatch(character -> character >= '0' && character <= '9')) {
            throw malformed();
        }
        return Integer.parseInt(digits);
    }

    /** The refusal where a policy says what nobody can make sense of. */
    static PolicyRefusal malformed() {
        return new PolicyRefusal("A malformed policy blocks this action. Please contact your administrator.");
    }

    /**
     * What the request is about.
     *
     * @throws ApiException 904 if it names a user who does not exist
     */
    TokenTarget target(ApiRequest request) {
        return request.own(TokenTarget.class, () -> look(request));
    }

    /** The PIN that the token of the request has; empty if there is no such token. */
    Optional<Pin> pin(ApiRequest request) {
        return request.parameters()
                .givenText("serial")
                .flatMap(candidates::withSerial)
                .map(CandidateRow::pin);
    }

    private TokenTarget look(ApiRequest request) {
        Optional<TokenPlaceRow> token = request.parameters().givenText("serial").flatMap(candidates::placeOf);
        UserName name = directory.nameOf(
                request.parameters().givenText("user").orElse(""),
                request.parameters().givenText("realm"),
                request.parameters().givenText("resolver").orElse(""));
        Optional<KnownUser> named = name.isEmpty()
                ? Optional.empty()
                : Optional.of(directory.find(name).orElseThrow(RequestUsers::noSuchUser));
        Optional<KnownUser> user = named.or(
                () -> token.flatMap(found -> Optional.ofNullable(found.owner())).map(this::known));
        Optional<String> realm =
                Optional.of(user.map(KnownUser::realm).orElse(name.realm())).filter(text -> !text.isEmpty());
        String type = token.map(TokenPlaceRow::type).orElseGet(() -> request.parameters()
                .givenText("type")
                .orElse(TokenTypes.DEFAULT)
                .toLowerCase(Locale.ROOT));
        return new TokenTarget(token, user, named.isPresent(), realm, subject(user, token, name), type);
    }

    private KnownUser known(TokenOwner owner) {
        String login = directory.loginOf(owner.resolver(), owner.userId()).orElse("");
        return new KnownUser(login, Objects.requireNonNullElse(owner.realm(), ""), owner.resolver(), owner.userId());
    }

    /** Without a user it is the one realm that counts, of the token or of the request. */
    private static Subject subject(Optional<KnownUser> user, Optional<TokenPlaceRow> token, UserName name) {
        if (user.isPresent()) {
            return Subject.of(user.get());
        }
        if (!name.realm().isEmpty()) {
            return Subject.of(new UserName("", name.realm(), ""));
        }
        List<String> realms = token.map(TokenPlaceRow::realms).orElse(List.of());
        return realms.size() == 1 ? new Subject.OfRealm(realms.get(0)) : Subject.NOBODY;
    }
}
