package org.symbolon.query.token;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.query.shared.Conditions;

/**
 * The numbers of the realms that a filter names. They are looked up first, for the database guesses well how many tokens a
 * realm has when it knows which realm, and not when it has only its name.
 *
 * @param wanted the realms that tokens are to be in, empty if any will do
 * @param allowed the realms whose tokens the asking one may see, empty if it is not realms that limit him
 */
record TokenRealms(Optional<List<Integer>> wanted, Optional<List<Integer>> allowed) {

    static TokenRealms of(TokenFilter filter, JdbcOperations jdbc) {
        Conditions wanted = new Conditions().matchesIgnoringCase("realm.name", filter.realm);
        Conditions allowed = new Conditions();
        if (filter.reach != null && filter.reach.isOfRealmsAlone()) {
            allowed.and("realm.name = any(cast(? as text[]))", (Object)
                    filter.reach.realms().toArray(String[]::new));
        }
        return new TokenRealms(ids(wanted, jdbc), ids(allowed, jdbc));
    }

    private static Optional<List<Integer>> ids(Conditions conditions, JdbcOperations jdbc) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(jdbc.queryForList(
                "select realm.id from realm" + conditions.where(), Integer.class, conditions.arguments()));
    }
}
