package org.symbolon.policy.rights;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.ActionCatalogue;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.PolicyQuestion;
import org.symbolon.policy.matching.PolicyQuestion.Conditions;

/**
 * What a log-in tells of the caller's rights, so that a web interface shows him what he can do. It says what he may do
 * somewhere; whether he may do it to this token here is found out when he does it.
 */
public final class LoginRights {

    /** What nobody may unless a policy says so. */
    private static final Set<String> ONLY_GIVEN = Set.of(
            AdminActions.EXPORTTOKENS.name(),
            SharedActions.ROLLOVER.in(Scope.ADMIN).name());

    private final People people;

    public LoginRights(People people) {
        this.people = people;
    }

    /**
     * The names of all actions of his scope that policies give him; of all there are while no policy is in use.
     *
     * @param user the caller where he is a user, else null
     */
    public List<String> of(AskedPolicies asked, Caller caller, KnownUser user) {
        Scope scope = scopeOf(caller);
        if (!asked.hasScope(scope)) {
            return ActionCatalogue.namesOf(scope).stream()
                    .filter(name -> !ONLY_GIVEN.contains(name))
                    .toList();
        }
        Collection<String> rights = new TreeSet<>();
        asked.all()
                .matching(question(asked, caller, user == null ? Subject.ANYONE : Subject.of(user), null))
                .forEach(policy -> add(policy, scope, rights));
        return List.copyOf(rights);
    }

    /** The menus of a web interface that rights open. */
    public List<String> menusOf(Caller caller, List<String> rights) {
        return ActionCatalogue.menusOf(scopeOf(caller), rights);
    }

    /** Whether the caller may enrol tokens of the type for anybody. */
    public boolean mayEnrol(AskedPolicies asked, String type) {
        Scope scope = scopeOf(asked.caller());
        Action action = SharedActions.enrol(type).in(scope);
        return !asked.hasScope(scope)
                || !asked.all()
                        .matching(question(asked, asked.caller(), subject(asked.caller()), action.name()))
                        .isEmpty();
    }

    private Subject subject(Caller caller) {
        if (caller instanceof Caller.RealmUser user) {
            UserName name = new UserName(user.login(), user.realm(), user.resolver());
            return people.find(name).map(Subject::of).orElseGet(() -> Subject.of(name));
        }
        return Subject.ANYONE;
    }

    private static Scope scopeOf(Caller caller) {
        return caller instanceof Caller.Administrator ? Scope.ADMIN : Scope.USER;
    }

    /** Neither the node nor whom an administrator is to act on is looked at. */
    private static PolicyQuestion question(AskedPolicies asked, Caller caller, Subject subject, String action) {
        PolicyQuestion question = asked.about(PolicyQuestion.of(scopeOf(caller).wire()), subject);
        PolicyQuestion here = question.about(action).at(null, question.client(), question.now());
        if (caller instanceof Caller.Administrator admin) {
            return here.forUser(null, null, null, List::of)
                    .byAdmin(admin.name(), admin.realm())
                    .holding(here.facts(), Conditions.NONE);
        }
        return here.holding(here.facts(), Conditions.USER_INFO);
    }

    /** What it names, a text value also with its name, and what its expressions stand for. */
    private static void add(CompiledPolicy policy, Scope scope, Collection<String> rights) {
        policy.view().terms().actions().stream()
                .filter(action -> !action.name().isEmpty() && !action.name().matches("[-!].*"))
                .forEach(action -> {
                    rights.add(action.name());
                    Optional.ofNullable(action.value()).ifPresent(value -> rights.add(action.name() + "=" + value));
                });
        ActionCatalogue.namesOf(scope).stream().filter(policy::decides).forEach(rights::add);
    }
}
