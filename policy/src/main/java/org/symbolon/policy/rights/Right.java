package org.symbolon.policy.rights;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.shared.Caller;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedAction;

/**
 * A right of administrators, of users over what is their own, or of both.
 *
 * @param ofAdmins what policies must say for an administrator
 * @param ofUsers what they must say for a user; empty where users need no right
 */
public record Right(Action ofAdmins, Optional<Action> ofUsers) {

    public static Right of(Action action) {
        return new Right(action, Optional.empty());
    }

    public static Right of(SharedAction action) {
        return of(action.in(Scope.ADMIN), action.in(Scope.USER));
    }

    public static Right of(Action ofAdmins, Action ofUsers) {
        return new Right(ofAdmins, Optional.of(ofUsers));
    }

    /** The actions of both scopes. */
    public List<Action> actions() {
        return Stream.concat(Stream.of(ofAdmins), ofUsers.stream()).toList();
    }

    /** What policies must say for this caller; empty if he needs no right. */
    Optional<Action> of(Caller caller) {
        return caller instanceof Caller.RealmUser ? ofUsers : Optional.of(ofAdmins);
    }
}
