package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.Caller;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedAction;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.PolicyAnswer;

/**
 * The policies as what is done to one token meets them. Whose it is is looked up once, and not at all as long as no policy of
 * the scope is in use.
 */
public final class TokenInquiry {

    private final AskedPolicies asked;
    private final NamedToken meant;
    private final TokenTargets targets;
    private TokenTarget target;

    TokenInquiry(AskedPolicies asked, NamedToken meant, TokenTargets targets) {
        this.asked = asked;
        this.meant = meant;
        this.targets = targets;
    }

    boolean hasScope(Scope scope) {
        return asked.hasScope(scope);
    }

    /** What policies say for the user of the token. */
    PolicyAnswer ask(Action action) {
        return hasScope(action.scope()) ? asked.ask(action, target().subject()) : nothing(action);
    }

    /** What policies say for a realm. */
    PolicyAnswer ask(Action action, String realm) {
        return asked.ask(action, new Subject.OfRealm(realm));
    }

    /** What policies of the caller's scope say for the user of the token. */
    PolicyAnswer askCaller(SharedAction shared) {
        return askCaller(shared.in(callersScope()));
    }

    /** As {@link #askCaller(SharedAction)} of an action of the caller's scope. */
    PolicyAnswer askCaller(Action action) {
        return hasScope(action.scope()) ? asked.askCaller(action, target().subject()) : nothing(action);
    }

    /** Those of these actions that this caller's policies can say anything of: not what they say of the other kind of callers. */
    List<Action> heard(List<Action> actions) {
        return actions.stream()
                .filter(action -> !isOfCallers(action.scope()) || action.scope() == callersScope())
                .toList();
    }

    private static boolean isOfCallers(Scope scope) {
        return scope == Scope.ADMIN || scope == Scope.USER;
    }

    /** As {@link #askCaller(Action)} of what is said of callers, and {@link #ask(Action)} of all else. */
    PolicyAnswer askOneself(Action action) {
        return isOfCallers(action.scope()) ? askCaller(action) : ask(action);
    }

    private static PolicyAnswer nothing(Action action) {
        return new PolicyAnswer(action, List.of(), name -> {});
    }

    /** Whether any policy goes by this entry of tokens, be it in use or not. */
    boolean isGoneBy(String infoEntry) {
        return asked.all().namedInfo().contains(infoEntry);
    }

    boolean isByAdmin() {
        return asked.caller() instanceof Caller.Administrator;
    }

    Scope callersScope() {
        return isByAdmin() ? Scope.ADMIN : Scope.USER;
    }

    /** The type that a new token is to have, whatever there is already. */
    String wantedType() {
        return meant.type();
    }

    /** The serial that is named. */
    Optional<String> serial() {
        return meant.serial();
    }

    TokenTarget target() {
        if (target == null) {
            target = targets.of(meant);
        }
        return target;
    }
}
