package org.symbolon.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.auth.ClaimTerms;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.PassThrough;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.TokenTypeNames;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.PolicyAnswer;

/** What policies put around the check of a user's tokens. */
final class LoginLayerPolicies {

    private static final String USERSTORE = "userstore";
    private static final String ANY_PIN = "any_pin";

    private final Clock clock;

    LoginLayerPolicies(Clock clock) {
        this.clock = clock;
    }

    /** The actions that are asked about here and in no row of the table. */
    static List<Action> actions() {
        return List.of(
                AuthenticationActions.AUTH_CACHE,
                AuthenticationActions.PASSTHRU,
                AuthenticationActions.PASS_ON_NO_TOKEN,
                AuthenticationActions.PASS_ON_NO_USER);
    }

    /** Around somebody whom nobody knows. */
    static LayerTerms ofUnknown(LoginInquiry inquiry) {
        Ruled<Boolean> accepted = inquiry.ruling(AuthenticationActions.PASS_ON_NO_USER);
        return accepted.isSaid()
                ? new LayerTerms(null, accepted, Ruled.nothing(), Ruled.nothing(), Ruled.nothing())
                : LayerTerms.NONE;
    }

    /**
     * Around a user.
     *
     * @param answers whether he answers a challenge: nothing that is remembered does
     * @param mayClaim whether he can get a token by logging in
     */
    LayerTerms of(LoginInquiry inquiry, KnownUser user, boolean answers, boolean mayClaim) {
        return new LayerTerms(
                answers ? null : cache(inquiry).orElse(null),
                Ruled.nothing(),
                inquiry.ruling(AuthenticationActions.PASS_ON_NO_TOKEN),
                passThrough(inquiry),
                mayClaim ? claim(inquiry, user) : Ruled.nothing());
    }

    private Optional<CacheTerms> cache(LoginInquiry inquiry) {
        return inquiry.ask(AuthenticationActions.AUTH_CACHE).value().map(this::cacheTerms);
    }

    /** {@code 4h}, {@code 4h/5m} or {@code 4h/3}. */
    private CacheTerms cacheTerms(String text) {
        Instant now = clock.instant();
        String[] parts = text.split("/", -1);
        Duration total = span(parts[0]);
        if (parts.length == 1) {
            return new CacheTerms(now.minus(total), null, 0);
        }
        if (parts.length == 2 && parts[1].strip().matches("\\d{1,9}")) {
            return new CacheTerms(now.minus(total), null, Integer.parseInt(parts[1].strip()));
        }
        if (parts.length == 2) {
            return new CacheTerms(now.minus(total), now.minus(span(parts[1])), 0);
        }
        throw MalformedValue.of(AuthenticationActions.AUTH_CACHE);
    }

    private static Duration span(String text) {
        return PolicySpan.parse(text).orElseThrow(() -> MalformedValue.of(AuthenticationActions.AUTH_CACHE));
    }

    private static Ruled<PassThrough> passThrough(LoginInquiry inquiry) {
        if (!inquiry.speakOf(AuthenticationActions.PASSTHRU)) {
            return Ruled.nothing();
        }
        Ruled<List<CompiledPolicy>> found =
                inquiry.ruling(AuthenticationActions.PASSTHRU, answer -> Optional.of(naming(answer))
                        .filter(some -> !some.isEmpty()));
        if (found.value() == null) {
            return found.fault() == null ? Ruled.nothing() : Ruled.faulty(found.fault(), found.policies());
        }
        CompiledPolicy strongest = found.value().get(0);
        String where = place(strongest);
        if (found.value().stream()
                .filter(policy -> policy.priority() == strongest.priority())
                .anyMatch(policy -> !place(policy).equals(where))) {
            return Ruled.faulty("Contradicting passthru policies.", List.of());
        }
        PassThrough target = where.equals(USERSTORE) ? PassThrough.USER_STORE : new PassThrough(where);
        return Ruled.of(target, List.of(strongest.name()));
    }

    private static List<CompiledPolicy> naming(PolicyAnswer answer) {
        return answer.policies().stream()
                .filter(policy -> policy.names(AuthenticationActions.PASSTHRU.name()))
                .toList();
    }

    private static String place(CompiledPolicy policy) {
        return policy.valueOf(AuthenticationActions.PASSTHRU.name())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(USERSTORE);
    }

    private static Ruled<ClaimTerms> claim(LoginInquiry inquiry, KnownUser user) {
        return inquiry.ruling(EnrollmentActions.AUTOASSIGNMENT, answer -> answer.value()
                .map(said -> new ClaimTerms(
                        needsPassword(said), TokenQuotas.of(inquiry, user.realm(), TokenTypeNames.ALL))));
    }

    private static boolean needsPassword(String said) {
        return switch (said.strip()) {
            case ANY_PIN -> false;
            case USERSTORE -> true;
            default -> throw MalformedValue.of(EnrollmentActions.AUTOASSIGNMENT);
        };
    }
}
