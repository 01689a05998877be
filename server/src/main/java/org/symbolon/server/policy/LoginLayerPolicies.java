package org.symbolon.server.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.auth.CacheTerms;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.UserName;
import org.symbolon.query.audit.CountLogins;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.validate.ClaimTerms;
import org.symbolon.server.http.validate.LoginLayers;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AuthenticationActions;
import org.symbolon.server.policy.action.AuthorizationActions;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.asking.AskedPolicies;
import org.symbolon.server.policy.asking.AsksPolicies;
import org.symbolon.server.policy.asking.Subject;
import org.symbolon.server.policy.matching.CompiledPolicy;
import org.symbolon.server.policy.matching.PolicyAnswer;
import org.symbolon.server.query.QueryDispatcher;

/** What policies put around the check of a user's tokens. Tables are asked only for what some policy in use wants to know. */
final class LoginLayerPolicies implements LoginLayers, AsksPolicies {

    private static final String USERSTORE = "userstore";

    private final QueryDispatcher queries;
    private final Clock clock;
    private final ClaimPolicies claims;

    LoginLayerPolicies(QueryDispatcher queries, Clock clock, ClaimPolicies claims) {
        this.queries = queries;
        this.clock = clock;
        this.claims = claims;
    }

    @Override
    public List<Action> asks() {
        return List.of(
                AuthenticationActions.AUTH_CACHE,
                AuthenticationActions.PASSTHRU,
                AuthenticationActions.PASS_ON_NO_TOKEN,
                AuthenticationActions.PASS_ON_NO_USER,
                AuthorizationActions.AUTH_MAX_FAIL,
                AuthorizationActions.AUTH_MAX_SUCCESS);
    }

    /** A limit such as {@code 3/10m}. */
    private record Limit(long most, Duration span) {}

    @Override
    public Optional<CacheTerms> cache(ApiRequest request, KnownUser user) {
        return said(request, AuthenticationActions.AUTH_CACHE, user).map(this::cacheTerms);
    }

    /** {@code 4h}, {@code 4h/5m} or {@code 4h/3}. */
    private CacheTerms cacheTerms(String text) {
        Instant now = clock.instant();
        String[] parts = text.split("/", -1);
        Duration total = span(parts[0], AuthenticationActions.AUTH_CACHE);
        if (parts.length == 1) {
            return new CacheTerms(now.minus(total), null, 0);
        }
        if (parts.length == 2 && parts[1].strip().matches("\\d{1,9}")) {
            return new CacheTerms(now.minus(total), null, Integer.parseInt(parts[1].strip()));
        }
        if (parts.length == 2) {
            Duration idle = span(parts[1], AuthenticationActions.AUTH_CACHE);
            return new CacheTerms(now.minus(total), now.minus(idle), 0);
        }
        throw MalformedValue.of(AuthenticationActions.AUTH_CACHE);
    }

    @Override
    public Optional<String> acceptingUnknown(ApiRequest request, UserName name) {
        return decidedBy(request, AuthenticationActions.PASS_ON_NO_USER, Subject.of(name));
    }

    @Override
    public boolean concernsTokens(ApiRequest request) {
        AskedPolicies asked = request.policies();
        return asked.speakOf(AuthenticationActions.PASS_ON_NO_TOKEN)
                || asked.speakOf(AuthenticationActions.PASSTHRU)
                || asked.speakOf(EnrollmentActions.AUTOASSIGNMENT);
    }

    @Override
    public Optional<ClaimTerms> claiming(ApiRequest request, KnownUser user) {
        return claims.terms(request, user);
    }

    @Override
    public Optional<String> acceptingWithoutToken(ApiRequest request, KnownUser user) {
        return decidedBy(request, AuthenticationActions.PASS_ON_NO_TOKEN, Subject.of(user));
    }

    private Optional<String> decidedBy(ApiRequest request, Action action, Subject subject) {
        PolicyAnswer answer = request.policies().ask(action, subject);
        return answer.isSet() ? answer.names().stream().findFirst() : Optional.empty();
    }

    @Override
    public Optional<String> passingThrough(ApiRequest request, KnownUser user) {
        List<CompiledPolicy> found =
                request.policies().peek(AuthenticationActions.PASSTHRU, Subject.of(user)).policies().stream()
                        .filter(policy -> policy.names(AuthenticationActions.PASSTHRU.name()))
                        .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CompiledPolicy strongest = found.get(0);
        String where = place(strongest);
        if (found.stream()
                .filter(policy -> policy.priority() == strongest.priority())
                .anyMatch(policy -> !place(policy).equals(where))) {
            throw ApiException.policy("Contradicting passthru policies.");
        }
        request.notes().addPolicy(strongest.name());
        if (!where.equals(USERSTORE)) {
            throw ApiException.policy("The policy '" + strongest.name()
                    + "' passes log-ins through to the RADIUS server '" + where + "', which this version cannot ask.");
        }
        return Optional.of(strongest.name());
    }

    private static String place(CompiledPolicy policy) {
        return policy.valueOf(AuthenticationActions.PASSTHRU.name())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(USERSTORE);
    }

    @Override
    public Optional<String> excess(ApiRequest request, KnownUser user) {
        return excess(request, user, AuthorizationActions.AUTH_MAX_FAIL, false)
                .or(() -> excess(request, user, AuthorizationActions.AUTH_MAX_SUCCESS, true));
    }

    private Optional<String> excess(ApiRequest request, KnownUser user, Action action, boolean successful) {
        return said(request, action, user)
                .map(text -> limit(text, action))
                .filter(limit -> count(user, successful, limit) >= limit.most())
                .map(limit -> "Only %d %s authentications per %s"
                        .formatted(
                                limit.most(), successful ? "successful" : "failed", PolicySpan.printed(limit.span())));
    }

    private long count(KnownUser user, boolean successful, Limit limit) {
        Instant since = clock.instant().minus(limit.span());
        return queries.ask(new CountLogins(user.login(), user.realm(), successful, since), Long.class);
    }

    private static Limit limit(String text, Action action) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[0].strip().matches("\\d{1,9}")) {
            throw MalformedValue.of(action);
        }
        return new Limit(Long.parseLong(parts[0].strip()), span(parts[1], action));
    }

    private Optional<String> said(ApiRequest request, Action action, KnownUser user) {
        return request.policies().ask(action, Subject.of(user)).value();
    }

    private static Duration span(String text, Action action) {
        return PolicySpan.parse(text).orElseThrow(() -> MalformedValue.of(action));
    }
}
