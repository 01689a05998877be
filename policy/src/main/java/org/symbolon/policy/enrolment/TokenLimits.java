package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.asking.PolicyNumbers;
import org.symbolon.policy.matching.PolicyAnswer;

/** How many tokens policies allow, and what they are told who want one more. */
final class TokenLimits {

    private TokenLimits() {}

    /**
     * The limit of a realm.
     *
     * @param said what policies say of it
     */
    static Optional<TokenLimit> ofRealm(PolicyAnswer said, String realm, String serial) {
        OptionalInt most = PolicyNumbers.largest(said);
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of(new TokenLimit(
                        CountedTokens.in(realm, serial),
                        most.getAsInt(),
                        "The number of tokens in this realm is limited!"));
    }

    /**
     * The limit of all the user's tokens, and those of the types.
     *
     * @param said what policies say of an action for the user
     */
    static List<TokenLimit> ofUser(
            Function<Action, PolicyAnswer> said, TokenOwner owner, String serial, List<String> types, boolean active) {
        String which = active ? "active tokens" : "tokens";
        Action all = active ? EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER : EnrollmentActions.MAX_TOKEN_PER_USER;
        Stream<TokenLimit> ofAll = limit(
                said.apply(all),
                CountedTokens.of(owner, null, active, serial),
                "The number of " + which + " for this user is limited!");
        Stream<TokenLimit> ofTypes = types.stream()
                .flatMap(type -> limit(
                        said.apply(
                                active
                                        ? EnrollmentActions.maxActiveTokenPerUser(type)
                                        : EnrollmentActions.maxTokenPerUser(type)),
                        CountedTokens.of(owner, type, active, serial),
                        "The number of " + which + " of type " + type + " for this user is limited!"));
        return Stream.concat(ofAll, ofTypes).toList();
    }

    private static Stream<TokenLimit> limit(PolicyAnswer said, CountedTokens tokens, String refusal) {
        OptionalInt most = PolicyNumbers.largest(said);
        return most.isPresent() ? Stream.of(new TokenLimit(tokens, most.getAsInt(), refusal)) : Stream.empty();
    }
}
