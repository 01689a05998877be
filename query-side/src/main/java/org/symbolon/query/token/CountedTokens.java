package org.symbolon.query.token;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.query.shared.Conditions;

/** Filters whose number of tokens is known without counting them: those on what {@code token_count} keeps count of. */
final class CountedTokens {

    private CountedTokens() {}

    /**
     * The conditions on the table token_count whose rows sum up to the wanted number, empty if tokens must be counted.
     *
     * @param realms the numbers of the realms that the filter names
     */
    static Optional<Conditions> of(TokenFilter filter, TokenRealms realms) {
        boolean isCounted =
                Stream.of(filter.serial, filter.description, filter.userId).allMatch(Conditions::excludesNothing)
                        && filter.owner == null
                        && (filter.reach == null || filter.reach.isOfRealmsAlone())
                        && (filter.infoKey == null || filter.infoValue == null)
                        && filter.infoKeys.isEmpty()
                        && filter.missingInfoKey == null;
        if (!isCounted) {
            return Optional.empty();
        }
        Conditions conditions = new Conditions()
                .matchesLowerCase("token_count.tokentype", filter.type)
                .matchesIgnoringCase("token_count.rollout_state", filter.rolloutState)
                .matches("token_count.resolver", filter.resolver);
        if (filter.active != null) {
            conditions.and("token_count.active = ?", filter.active);
        }
        if (filter.assigned != null) {
            conditions.and("token_count.owned = ?", filter.assigned);
        }
        realms.wanted().ifPresent(ids -> inAnyOf(conditions, ids));
        realms.allowed().ifPresent(ids -> inAnyOf(conditions, ids));
        return Optional.of(conditions);
    }

    private static void inAnyOf(Conditions conditions, List<Integer> realms) {
        conditions.and("token_count.realms && cast(? as integer[])", (Object) realms.toArray(Integer[]::new));
    }
}
