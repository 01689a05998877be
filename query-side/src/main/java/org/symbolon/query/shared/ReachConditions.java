package org.symbolon.query.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.symbolon.events.shared.Reach;
import org.symbolon.events.shared.Reach.Branch;
import org.symbolon.events.shared.Reach.Person;

/** What somebody may see in lists, as a query says it to the database. */
public final class ReachConditions {

    private static final Columns OF_OWNER =
            new Columns("realm.name", "tokenowner.resolver", "tokenowner.user_id", Person::userId);
    private static final Columns OF_AUDIT =
            new Columns("audit.realm", "coalesce(audit.resolver, '')", "audit.\"user\"", Person::login);

    private static final String OWNED =
            "select tokenowner.token_id from tokenowner join realm on realm.id = tokenowner.realm_id";
    private static final String IN_REALM =
            "select tokenrealm.token_id from tokenrealm join realm on realm.id = tokenrealm.realm_id left join tokenowner"
                    + " on tokenowner.token_id = tokenrealm.token_id and tokenowner.realm_id = tokenrealm.realm_id";

    private ReachConditions() {}

    /** That the token is seen whose number this is. It may be in several places, of which one is enough. */
    public static Conditions overTokens(Reach reach, String tokenId) {
        List<Conditions> ways = new ArrayList<>();
        if (reach.realms() == null) {
            Conditions others = OF_OWNER.areOf(reach.excluded());
            ways.add(new Conditions().and(tokenId + " not in (" + OWNED + others.where() + ")", others.arguments()));
        }
        Conditions placed = OF_OWNER.areNotOf(reach.excluded());
        ways.add(isIn(tokenId, IN_REALM, reach.realms() == null ? placed : placed.and(OF_OWNER.areIn(reach.realms()))));
        if (!reach.branches().isEmpty()) {
            ways.add(isIn(
                    tokenId, OWNED, OF_OWNER.areInBranches(reach.branches()).and(OF_OWNER.areNotOf(reach.excluded()))));
        }
        if (!reach.people().isEmpty()) {
            ways.add(isIn(tokenId, OWNED, OF_OWNER.areOf(reach.people())));
        }
        return Conditions.anyOf(ways);
    }

    /** That the row of the table that goes by the name audit is seen. Who is excluded may be named there without a resolver. */
    public static Conditions overAudit(Reach reach) {
        List<Conditions> places = new ArrayList<>();
        places.add(reach.realms() == null ? new Conditions().and("true") : OF_AUDIT.areIn(reach.realms()));
        if (!reach.branches().isEmpty()) {
            places.add(OF_AUDIT.areInBranches(reach.branches()));
        }
        Conditions placed = Conditions.anyOf(places).and(OF_AUDIT.areNotOf(excludedWithOrWithoutResolver(reach)));
        return reach.people().isEmpty() ? placed : Conditions.anyOf(List.of(placed, OF_AUDIT.areOf(reach.people())));
    }

    private static List<Person> excludedWithOrWithoutResolver(Reach reach) {
        Stream<Person> without =
                reach.excluded().stream().map(who -> new Person(who.login(), who.userId(), "", who.realm()));
        return Stream.concat(reach.excluded().stream(), without).toList();
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
