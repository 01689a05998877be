package org.symbolon.policy.rights;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Reach;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedAction;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.PolicyAnswer;

/**
 * What of lists somebody sees, and what they leave out. It is asked before a query is, for what is cut off a page afterwards
 * would leave gaps and wrong counts. Users see what is their own, and need no limit.
 */
public final class ListRights {

    private final AskedPolicies asked;
    private final Surroundings around;
    private final Matter matter;
    private final RightTargets targets;

    ListRights(AskedPolicies asked, Surroundings around, Matter matter, RightTargets targets) {
        this.asked = asked;
        this.around = around;
        this.matter = matter;
        this.targets = targets;
    }

    /** The tokens that are listed; without the right there are none, and that is no mistake. Empty for all. */
    public Optional<Reach> tokens() {
        return isByAdmin() ? reach().of(AdminActions.TOKENLIST) : Optional.empty();
    }

    /**
     * What the right of an administrator reaches, empty for everything.
     *
     * @throws org.symbolon.policy.matching.PolicyRefusal if it reaches nothing
     */
    public Optional<Reach> reached(Action right) {
        return orRefused(right, reach().of(right));
    }

    /**
     * The same, where one policy that names realms limits it, also where another one names none. Users see what is their own.
     *
     * @throws org.symbolon.policy.matching.PolicyRefusal if it reaches nothing, or a user has not the right
     */
    public Optional<Reach> narrowlyReached(Right right) {
        if (isByAdmin()) {
            return orRefused(right.ofAdmins(), reach().narrowestOf(right.ofAdmins()));
        }
        requireOfUser(right);
        return Optional.empty();
    }

    /** Whether the caller sees a realm: an administrator those that he has any right in. */
    public Predicate<String> realms() {
        if (!asked.hasScope(Scope.ADMIN)) {
            return realm -> true;
        }
        List<String> all = around.realms().names();
        List<String> reached = all.stream()
                .filter(realm -> asked.hasAnyRightOver(new Subject.Place(realm, "")))
                .toList();
        boolean everywhere = asked.hasAnyRightOver(Subject.NOWHERE);
        return everywhere && reached.size() == all.size() ? realm -> true : reached::contains;
    }

    /**
     * The users that are listed. Whom the right does not let search everywhere, and who names no realm, searches in the first
     * realm of the strongest policy. Each user who is found is held against the right where that names users or resolvers.
     *
     * @throws org.symbolon.policy.matching.PolicyRefusal if there is no right to it
     */
    public VisibleUsers users() {
        if (isByAdmin()) {
            return new UserListReach(asked, around.realms(), matter).of();
        }
        requireOfUser(Right.of(SharedActions.USERLIST));
        return VisibleUsers.ALL;
    }

    /** What policies say that a list leaves out. */
    public HiddenNames hidden(SharedAction action) {
        return asked.hasScope(scope()) ? new HiddenNames(ask(action).values()) : HiddenNames.NONE;
    }

    /** How far back the audit is shown, whatever is asked for; empty if policies do not say. */
    public Optional<String> auditAge() {
        return asked.hasScope(scope()) ? ask(SharedActions.AUDITLOG_AGE).value() : Optional.empty();
    }

    private void requireOfUser(Right right) {
        right.ofUsers()
                .ifPresent(action -> CallerRights.allow(
                        !asked.hasScope(Scope.USER)
                                || asked.ask(action, targets.itself()).isSet(),
                        action));
    }

    /** What holds for an administrator is looked at whomever he lists; what holds for a user, for himself. */
    private PolicyAnswer ask(SharedAction action) {
        return asked.askCaller(action.in(scope()), isByAdmin() ? Subject.ANYONE : targets.itself());
    }

    private static Optional<Reach> orRefused(Action right, Optional<Reach> reached) {
        CallerRights.allow(reached.filter(Reach::isNothing).isEmpty(), right);
        return reached;
    }

    private RightReach reach() {
        return new RightReach(asked, around);
    }

    private Scope scope() {
        return isByAdmin() ? Scope.ADMIN : Scope.USER;
    }

    private boolean isByAdmin() {
        return asked.caller() instanceof Caller.Administrator;
    }
}
