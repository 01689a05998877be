package org.symbolon.policy.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Reach;
import org.symbolon.events.shared.Reach.Branch;
import org.symbolon.events.shared.Reach.Person;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.PolicyAnswer;

/**
 * How far the rights of an administrator reach in lists: everywhere, into some of the realms there are, to what some resolvers
 * bring into them, and to the people whom policies name. Expressions and exclusions mean in a list what they mean when a right
 * is asked for; only of people, who cannot all be tried, those count that are named in full.
 */
final class RightReach {

    private final AskedPolicies asked;
    private final Surroundings around;

    RightReach(AskedPolicies asked, Surroundings around) {
        this.asked = asked;
        this.around = around;
    }

    /** What the right reaches, perhaps nothing; empty if it reaches everything. */
    Optional<Reach> of(Action right) {
        return asked.hasScope(right.scope()) ? reach(right) : Optional.empty();
    }

    /** The same where one policy that names realms is a limit, whatever other policies allow. */
    Optional<Reach> narrowestOf(Action right) {
        if (!asked.hasScope(right.scope())) {
            return Optional.empty();
        }
        Set<String> wide = new HashSet<>(asked.askAdmin(right, Subject.NOWHERE).names());
        List<String> named = names().stream()
                .filter(realm -> !wide.containsAll(ask(right, realm).names()))
                .toList();
        return named.isEmpty() ? reach(right) : Optional.of(within(named, right));
    }

    private Optional<Reach> reach(Action right) {
        boolean everywhere = asked.askAdmin(right, Subject.NOWHERE).isSet();
        List<String> reached =
                names().stream().filter(realm -> ask(right, realm).isSet()).toList();
        Reach reach = within(everywhere && reached.size() == names().size() ? null : reached, right);
        return reach.realms() == null && reach.excluded().isEmpty() ? Optional.empty() : Optional.of(reach);
    }

    /** Adds to the realms, which are null for everything, what is reached of others and what of them is not. */
    private Reach within(List<String> realms, Action right) {
        List<CompiledPolicy> deciding = asked.askAdmin(right, Subject.ANYONE).policies();
        List<Branch> branches = realms == null ? List.of() : branches(realms, deciding, right);
        List<Person> people = new ArrayList<>();
        List<Person> excluded = new ArrayList<>();
        for (KnownUser user : namedIn(deciding).toList()) {
            boolean isReached = asked.askAdmin(right, Subject.of(user)).isSet();
            boolean isIn = realms == null
                    || realms.contains(user.realm())
                    || branches.contains(new Branch(user.realm(), user.resolver()));
            if (isReached != isIn) {
                Person person = new Person(user.login(), user.userId(), user.resolver(), user.realm());
                (isReached ? people : excluded).add(person);
            }
        }
        return new Reach(realms, branches, List.copyOf(people), List.copyOf(excluded));
    }

    private List<Branch> branches(List<String> realms, List<CompiledPolicy> deciding, Action right) {
        if (deciding.stream()
                .allMatch(policy -> policy.view().terms().resolvers().isEmpty())) {
            return List.of();
        }
        return names().stream()
                .filter(realm -> !realms.contains(realm))
                .flatMap(realm -> around.realms().resolvers().stream()
                        .filter(resolver -> asked.askAdmin(right, new Subject.Place(realm, resolver))
                                .isSet())
                        .map(resolver -> new Branch(realm, resolver)))
                .toList();
    }

    /** Everybody whose login stands in a policy, be it to be excluded, in each realm and resolver that knows him. */
    private Stream<KnownUser> namedIn(List<CompiledPolicy> deciding) {
        List<String> logins = deciding.stream()
                .flatMap(policy -> policy.view().terms().users().stream())
                .map(entry -> entry.startsWith("-") || entry.startsWith("!") ? entry.substring(1) : entry)
                .filter(login -> !login.isEmpty() && !login.equals("*"))
                .distinct()
                .toList();
        return around.realms().all().stream()
                .flatMap(realm -> realm.resolvers().stream().flatMap(resolver -> logins.stream()
                        .map(login -> new UserName(login, realm.name(), resolver))
                        .flatMap(name -> around.people().find(name).stream())));
    }

    private PolicyAnswer ask(Action right, String realm) {
        return asked.askAdmin(right, new Subject.Place(realm, ""));
    }

    private List<String> names() {
        return around.realms().names();
    }
}
