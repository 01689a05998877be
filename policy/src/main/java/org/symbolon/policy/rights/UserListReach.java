package org.symbolon.policy.rights;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Reach.Person;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.rights.Realms.Realm;

/**
 * Which users an administrator may list. They come from user stores and not from a query, so each one who is found can be held
 * against the right, expressions and all.
 */
final class UserListReach {

    private static final Action RIGHT = AdminActions.USERLIST;

    private final AskedPolicies asked;
    private final Realms realms;
    private final Matter matter;

    UserListReach(AskedPolicies asked, Realms realms, Matter matter) {
        this.asked = asked;
        this.realms = realms;
        this.matter = matter;
    }

    /**
     * What the administrator sees of a list of users.
     *
     * @throws PolicyRefusal if his right does not reach where he wants to search
     */
    VisibleUsers of() {
        if (!asked.hasScope(RIGHT.scope())) {
            return VisibleUsers.ALL;
        }
        List<String> reached = realms.all().stream()
                .filter(this::reachesSomebody)
                .map(Realm::name)
                .toList();
        boolean everywhere = asked.askAdmin(RIGHT, Subject.NOWHERE).isSet();
        Optional<String> within =
                everywhere && reached.size() == realms.all().size() ? Optional.empty() : Optional.of(searched(reached));
        List<CompiledPolicy> deciding = asked.askAdmin(RIGHT, Subject.ANYONE).policies();
        return new VisibleUsers(
                within, deciding.stream().anyMatch(UserListReach::namesPeople) ? this::isReached : user -> true);
    }

    private boolean reachesSomebody(Realm realm) {
        Stream<Subject> members =
                realm.resolvers().stream().map(resolver -> new Subject.OfResolver(realm.name(), resolver));
        return Stream.concat(Stream.of(new Subject.Place(realm.name(), "")), members)
                .anyMatch(subject -> asked.askAdmin(RIGHT, subject).isSet());
    }

    /** The realm that is named, or else the first one that the strongest policy reaches. */
    private String searched(List<String> reached) {
        Optional<String> realm = matter.realm()
                .map(named -> named.toLowerCase(Locale.ROOT))
                .or(() -> first(reached))
                .filter(reached::contains);
        CallerRights.allow(realm.isPresent(), RIGHT);
        Optional<String> resolver = matter.resolver();
        CallerRights.allow(resolver.isEmpty() || realms.isIn(realm.orElseThrow(), resolver.get()), RIGHT);
        return realm.orElseThrow();
    }

    private Optional<String> first(List<String> reached) {
        Stream<String> named = asked.askAdmin(RIGHT, Subject.ANYONE).policies().stream()
                .flatMap(policy -> policy.view().terms().realms().stream());
        return Stream.concat(named, reached.stream()).filter(reached::contains).findFirst();
    }

    private static boolean namesPeople(CompiledPolicy policy) {
        return !policy.view().terms().users().isEmpty()
                || !policy.view().terms().resolvers().isEmpty();
    }

    /** Where no realm was searched in, being reached in one of those that have his resolver is enough. */
    private boolean isReached(Person user) {
        return realmsOf(user).stream().anyMatch(realm -> asked.askAdmin(
                        RIGHT, Subject.of(new KnownUser(user.login(), realm, user.resolver(), user.userId())))
                .isSet());
    }

    private List<String> realmsOf(Person user) {
        if (!user.realm().isEmpty()) {
            return List.of(user.realm());
        }
        List<String> found = realms.names().stream()
                .filter(realm -> realms.isIn(realm, user.resolver()))
                .toList();
        return found.isEmpty() ? List.of("") : found;
    }
}
