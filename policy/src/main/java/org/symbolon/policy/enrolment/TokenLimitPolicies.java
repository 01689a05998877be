package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.TokenTypeNames;
import org.symbolon.policy.matching.PolicyRefusal;

/**
 * How many tokens a user may have and how many may be in a realm. It is looked at here, so that refusals come in their order,
 * and once more with the command, where nobody else can make a token at the same time.
 */
final class TokenLimitPolicies {

    static final List<Action> OF_REALM = List.of(EnrollmentActions.MAX_TOKEN_PER_REALM);
    static final List<Action> IN_USE = List.of(
            EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER, EnrollmentActions.maxActiveTokenPerUser(TokenTypeNames.ANY));
    static final List<Action> OF_USER = Stream.concat(
                    Stream.of(
                            EnrollmentActions.MAX_TOKEN_PER_USER,
                            EnrollmentActions.maxTokenPerUser(TokenTypeNames.ANY)),
                    IN_USE.stream())
            .toList();

    private final EnrolledTokens tokens;

    TokenLimitPolicies(EnrolledTokens tokens) {
        this.tokens = tokens;
    }

    /** One more in the realm of the user, or in that which a token without a user is put into. */
    List<TokenLimit> oneMoreInRealm(TokenInquiry inquiry) {
        if (!inquiry.hasScope(Scope.ENROLLMENT)) {
            return List.of();
        }
        TokenTarget target = inquiry.target();
        return target.realm().flatMap(realm -> ofRealm(inquiry, realm)).map(this::checked).stream()
                .toList();
    }

    private static Optional<TokenLimit> ofRealm(TokenInquiry inquiry, String realm) {
        return TokenLimits.ofRealm(
                inquiry.ask(EnrollmentActions.MAX_TOKEN_PER_REALM, realm),
                realm,
                inquiry.target().serial());
    }

    /** One more of the user. */
    List<TokenLimit> oneMoreOfUser(TokenInquiry inquiry) {
        if (!inquiry.hasScope(Scope.ENROLLMENT)) {
            return List.of();
        }
        TokenTarget target = inquiry.target();
        return owner(target).stream()
                .flatMap(owner -> Stream.of(false, true)
                        .flatMap(active ->
                                TokenLimits.ofUser(inquiry::ask, owner, target.serial(), List.of(target.type()), active)
                                        .stream())
                        .map(this::checked))
                .toList();
    }

    /** Tokens that the user has already are put into use; whether there is room for that, only the command can tell. */
    List<TokenLimit> moreInUse(TokenInquiry inquiry) {
        if (!inquiry.hasScope(Scope.ENROLLMENT)) {
            return List.of();
        }
        TokenTarget target = inquiry.target();
        return owner(target).stream()
                .flatMap(owner ->
                        TokenLimits.ofUser(inquiry::ask, owner, null, typesInUse(target, owner), true).stream())
                .toList();
    }

    private List<String> typesInUse(TokenTarget target, TokenOwner owner) {
        return target.token().map(token -> List.of(token.type())).orElseGet(() -> tokens.typesOf(owner));
    }

    private static Optional<TokenOwner> owner(TokenTarget target) {
        return target.user().map(KnownUser::asOwner);
    }

    private TokenLimit checked(TokenLimit limit) {
        if (!tokens.isRoom(limit)) {
            throw new PolicyRefusal(limit.refusal());
        }
        return limit;
    }
}
