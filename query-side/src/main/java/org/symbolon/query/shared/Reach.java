package org.symbolon.query.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What somebody may see in lists: what is in some realms, what one resolver brings into a realm, and what belongs to some
 * people, but for what belongs to others. Queries say it themselves, so that pages and counts are right.
 *
 * @param realms the realms as a whole, null for everything, also what is in no realm
 * @param branches of what belongs to somebody
 * @param people whose things are seen
 * @param excluded whose things are not seen for his being in one of those realms or branches
 */
public record Reach(List<String> realms, List<Branch> branches, List<Person> people, List<Person> excluded) {

    private static final Columns OF_OWNER =
            new Columns("realm.name", "tokenowner.resolver", "tokenowner.user_id", Person::userId);
    private static final Columns OF_AUDIT =
            new Columns("audit.realm", "audit.resolver", "audit.\"user\"", Person::login);

    private static final String OWNED =
            "select tokenowner.token_id from tokenowner join realm on realm.id = tokenowner.realm_id";
    private static final String IN_REALM =
            "select tokenrealm.token_id from tokenrealm join realm on realm.id = tokenrealm.realm_id left join tokenowner"
                    + " on tokenowner.token_id = tokenrealm.token_id and tokenowner.realm_id = tokenrealm.realm_id";

    /** What a resolver brings into a realm. */
    public record Branch(String realm, String resolver) {}

    /** Somebody in a realm. Tokens know him by his id there, the audit by his login. */
    public record Person(String login, String userId, String resolver, String realm) {}

    /** All that is in these realms. */
    public static Reach ofRealms(List<String> realms) {
        return new Reach(List.copyOf(realms), List.of(), List.of(), List.of());
    }

    /** Whether nothing is seen. */
    public boolean isNothing() {
        return realms != null && realms.isEmpty() && branches.isEmpty() && people.isEmpty();
    }

    /** Whether it is about realms as a whole and nothing else. */
    public boolean isOfRealmsAlone() {
        return realms != null && branches.isEmpty() && people.isEmpty() && excluded.isEmpty();
    }

    /** That the token is seen whose number this is. It may be in several places, of which one is enough. */
    public Conditions overTokens(String tokenId) {
        List<Conditions> ways = new ArrayList<>();
        if (realms == null) {
            Conditions others = OF_OWNER.areOf(excluded);
            ways.add(new Conditions().and(tokenId + " not in (" + OWNED + others.where() + ")", others.arguments()));
        }
        Conditions placed = OF_OWNER.areNotOf(excluded);
        ways.add(isIn(tokenId, IN_REALM, realms == null ? placed : placed.and(OF_OWNER.areIn(realms))));
        if (!branches.isEmpty()) {
            ways.add(isIn(tokenId, OWNED, OF_OWNER.areInBranches(branches).and(OF_OWNER.areNotOf(excluded))));
        }
        if (!people.isEmpty()) {
            ways.add(isIn(tokenId, OWNED, OF_OWNER.areOf(people)));
        }
        return Conditions.anyOf(ways);
    }

    /** That the row of the table that goes by the name audit is seen. */
    public Conditions overAudit() {
        List<Conditions> places = new ArrayList<>();
        places.add(realms == null ? new Conditions().and("true") : OF_AUDIT.areIn(realms));
        if (!branches.isEmpty()) {
            places.add(OF_AUDIT.areInBranches(branches));
        }
        Conditions placed = Conditions.anyOf(places).and(OF_AUDIT.areNotOf(excluded));
        return people.isEmpty() ? placed : Conditions.anyOf(List.of(placed, OF_AUDIT.areOf(people)));
    }

    private static Conditions isIn(String tokenId, String tokens, Conditions which) {
        return new Conditions().and(tokenId + " in (" + tokens + which.where() + ")", which.arguments());
    }

    /** Where a table says to whom a row belongs. */
    private record Columns(String realm, String resolver, String person, Function<Person, String> name) {

        Conditions areIn(List<String> realms) {
            return new Conditions().and(realm + " = any(cast(? as text[]))", (Object) realms.toArray(String[]::new));
        }

        Conditions areInBranches(List<Branch> branches) {
            return new Conditions()
                    .and(
                            "(%s, %s) in (select * from unnest(cast(? as text[]), cast(? as text[])))"
                                    .formatted(realm, resolver),
                            texts(branches, Branch::realm),
                            texts(branches, Branch::resolver));
        }

        Conditions areOf(List<Person> people) {
            return new Conditions().and(oneOf(), arguments(people));
        }

        /** Also where nobody is named. */
        Conditions areNotOf(List<Person> people) {
            return people.isEmpty()
                    ? new Conditions()
                    : new Conditions().and("(" + oneOf() + ") is not true", arguments(people));
        }

        private String oneOf() {
            return "(%s, %s, %s) in (select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[])))"
                    .formatted(realm, resolver, person);
        }

        private Object[] arguments(List<Person> people) {
            return new Object[] {texts(people, Person::realm), texts(people, Person::resolver), texts(people, name)};
        }

        private static <T> Object texts(List<T> rows, Function<T, String> text) {
            return rows.stream().map(text).toArray(String[]::new);
        }
    }
}
