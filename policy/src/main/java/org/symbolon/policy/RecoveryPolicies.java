package org.symbolon.policy;

import java.util.List;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.UserActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.PolicyRefusal;

/**
 * Who may set a forgotten password anew. As long as no policy says what users may do, everybody may; from the first one on, those
 * whom a policy lets. Nobody is logged in, so whose right it is must not be told before he has shown something that others cannot.
 */
public final class RecoveryPolicies {

    public static final List<Action> ACTIONS = List.of(UserActions.PASSWORD_RESET);

    private RecoveryPolicies() {}

    /**
     * To be asked first.
     *
     * @throws PolicyRefusal 303 if it is nobody's right
     */
    public static void requireOfAnybody(AskedPolicies asked) {
        allow(!asked.hasScope(Scope.USER) || asked.speakOf(UserActions.PASSWORD_RESET));
    }

    /**
     * To be asked once the user has shown that it is him.
     *
     * @throws PolicyRefusal 303 if it is not his right
     */
    public static void require(AskedPolicies asked, KnownUser user) {
        allow(!asked.hasScope(Scope.USER)
                || asked.ask(UserActions.PASSWORD_RESET, Subject.of(user)).isSet());
    }

    private static void allow(boolean allowed) {
        if (!allowed) {
            throw new PolicyRefusal("User actions are defined, but this action is not allowed!");
        }
    }
}
