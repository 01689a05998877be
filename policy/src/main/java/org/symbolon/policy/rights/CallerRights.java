package org.symbolon.policy.rights;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Reach;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.PolicyRefusal;

/**
 * The rights of whoever does something: those of administrators, and those of users over their own tokens. As long as no policy
 * of the scope is in use, everything is allowed; from the first one on, only what a policy allows. A right that is limited to
 * realms reaches what is in them and nothing else.
 */
public final class CallerRights {

    private final AskedPolicies asked;
    private final Surroundings around;
    private final Matter matter;
    private final RightTargets targets;

    /**
     * Makes them.
     *
     * @param asked the policies on the occasion, which knows the caller
     * @param matter what it is about
     */
    public CallerRights(AskedPolicies asked, Surroundings around, Matter matter) {
        this.asked = asked;
        this.around = around;
        this.matter = matter;
        this.targets = new RightTargets(around, asked.caller(), matter);
    }

    /** Refuses a caller whose right does not reach all of it. */
    public void require(Right right, Over over) {
        right.of(asked.caller()).ifPresent(action -> allow(isAllowed(action, () -> targets.of(over)), action));
    }

    /** As {@link #require}; where there are no policies, nobody has the right. */
    public void requireGiven(Right right, Over over) {
        right.of(asked.caller()).ifPresent(action -> allow(asked.hasScope(action.scope()), action));
        require(right, over);
    }

    /** Refuses a caller who may not enrol tokens of the type for whom he names. */
    public void requireEnrolment(String type) {
        Action action = SharedActions.enrol(type).in(scope());
        if (!isAllowed(action, () -> targets.of(Over.NAMED))) {
            throw new PolicyRefusal(
                    isByAdmin()
                            ? "Admin actions are defined, but you are not allowed to enroll this token type!"
                            : "User actions are defined, you are not allowed to enroll this token type!");
        }
    }

    /** Refuses an administrator who may not read tokens from a file into each of the realms that he names. */
    public void requireImport() {
        requireImport(() -> targets.of(Over.NEW_REALMS));
    }

    /**
     * Refuses an administrator who would give tokens to users, put them into realms or enrol some anew that his right does
     * not reach. The realms that he names were asked about before anybody looked into the file.
     */
    public void requireImport(Collection<String> serials, Collection<KnownUser> owners, Collection<String> realms) {
        requireImport(() -> targets.imported(serials, owners, realms));
    }

    private void requireImport(Supplier<List<Subject>> meant) {
        if (!isAllowed(AdminActions.IMPORTTOKENS, meant)) {
            throw new PolicyRefusal("Admin actions are defined, but you are not allowed to upload token files.");
        }
    }

    /** Refuses an administrator whom no policy lets take tokens out of the server. Where there are no policies, nobody may. */
    public void requireExport() {
        allow(
                asked.hasScope(Scope.ADMIN)
                        && !new RightReach(asked, around)
                                .of(AdminActions.EXPORTTOKENS)
                                .filter(Reach::isNothing)
                                .isPresent(),
                AdminActions.EXPORTTOKENS);
    }

    /** Whether the right of an administrator reaches a token wherever it is: its owner and all of its realms. */
    public boolean reaches(Action right, String serial) {
        return isAllowed(right, () -> targets.placesToSee(serial));
    }

    /** Refuses an administrator whose right reaches none of the places where a token is. Users see their own. */
    public void requireSight(Action right, String serial) {
        if (isByAdmin() && asked.hasScope(right.scope())) {
            allow(targets.placesToSee(serial).stream().anyMatch(place -> reaches(right, place)), right);
        }
    }

    /** Refuses an administrator who has no right at all over the user or realm that he names. */
    public void requireAnyRight() {
        if (isByAdmin()
                && asked.hasScope(Scope.ADMIN)
                && !targets.of(Over.USER).stream().allMatch(asked::hasAnyRightOver)) {
            throw new PolicyRefusal("Admin actions are defined, but this action is not allowed!");
        }
    }

    /** Refuses an administrator who may not see what has become of a thing. */
    public void requireHistory(String kind, String id) {
        if (kind.equals(HistoryRights.TOKEN)) {
            requireSight(AdminActions.TOKENLIST, id);
            return;
        }
        if (kind.equals(HistoryRights.USER)) {
            CallerRights ofUser = new CallerRights(asked, around, matter.ofUser(HistoryRights.named(id)));
            ofUser.require(Right.of(AdminActions.USERLIST), Over.USER);
            return;
        }
        require(Right.of(HistoryRights.of(kind)), Over.SYSTEM);
    }

    /** Whether the caller sees more of the system settings than what is meant for everybody. */
    public boolean readsSettings() {
        return isByAdmin() && isAllowed(AdminActions.CONFIGREAD, () -> targets.of(Over.SYSTEM));
    }

    /** Refuses a caller who may not set the attribute of the user to this value. */
    public void requireSetting(String key, String value) {
        if (!attributes().maySet(key, value)) {
            throw new PolicyRefusal("You are not allowed to set the custom user attribute " + key + "!");
        }
    }

    /** Refuses a caller who may not delete the attribute of the user. */
    public void requireDeleting(String key) {
        if (!attributes().mayDelete(key)) {
            throw new PolicyRefusal("You are not allowed to delete the custom user attribute " + key + "!");
        }
    }

    /** What the caller may do with the attributes of the user whom he names. */
    public AttributeRights attributes() {
        if (!asked.hasScope(scope())) {
            return AttributeRights.NONE;
        }
        Subject user = targets.of(Over.USER).get(0);
        return AttributeRights.of(
                asked.askCaller(SharedActions.SET_CUSTOM_USER_ATTRIBUTES.in(scope()), user)
                        .values(),
                asked.askCaller(SharedActions.DELETE_CUSTOM_USER_ATTRIBUTES.in(scope()), user)
                        .values());
    }

    /** What the caller sees of lists. */
    public ListRights lists() {
        return new ListRights(asked, around, matter, targets);
    }

    /** Refuses a user what is a right of administrators, and can be given to no user, once policies say what users may do. */
    public void refuseUsers(Action ofAdmins) {
        allow(!asked.hasScope(Scope.USER), Scope.USER, ofAdmins);
    }

    /** Refuses what is not allowed. */
    static void allow(boolean allowed, Action action) {
        allow(allowed, action.scope(), action);
    }

    private static void allow(boolean allowed, Scope scope, Action action) {
        if (!allowed) {
            String whose = scope == Scope.ADMIN ? "Admin" : "User";
            throw new PolicyRefusal(
                    whose + " actions are defined, but the action " + action.name() + " is not allowed!");
        }
    }

    /** Nobody is looked for as long as no policy of the scope is in use. */
    private boolean isAllowed(Action action, Supplier<List<Subject>> parts) {
        return !asked.hasScope(action.scope()) || parts.get().stream().allMatch(part -> reaches(action, part));
    }

    private boolean reaches(Action action, Subject subject) {
        return asked.askCaller(action, subject).isSet();
    }

    private Scope scope() {
        return isByAdmin() ? Scope.ADMIN : Scope.USER;
    }

    private boolean isByAdmin() {
        return asked.caller() instanceof Caller.Administrator;
    }
}
