package org.symbolon.policy.explain;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.Kind;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.WebuiActions;
import org.symbolon.policy.matching.CompiledPolicies;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyQuestion;
import org.symbolon.policy.matching.PolicyRefusal;

/**
 * What the policies say of one action, in words for people.
 *
 * @param text whether it is allowed, for a right; otherwise what its value is
 * @param policies the names of those that matched
 */
public record Outcome(String text, List<String> policies) {

    public static final String ALLOWED = "allowed";
    public static final String REFUSED = "refused";

    private static final Set<Action> BARE = Set.of(AuthenticationActions.PASSTHRU, WebuiActions.REALM_DROPDOWN);
    private static final String NOTHING = "nothing";

    /** What the policies say to the question. */
    public static Outcome of(Action action, PolicyQuestion question, CompiledPolicies policies) {
        try {
            return of(action, policies.matching(question), policies.hasScope(question.scope()));
        } catch (PolicyRefusal refusal) {
            return refused(refusal);
        }
    }

    /**
     * What the policies that match say.
     *
     * @param inUse whether any policy of the scope is in use: where none is, everybody has every right
     */
    public static Outcome of(Action action, List<CompiledPolicy> matching, boolean inUse) {
        try {
            PolicyAnswer answer = new PolicyAnswer(action, matching, name -> {});
            return new Outcome(text(action, answer, inUse), answer.names());
        } catch (PolicyRefusal refusal) {
            return refused(refusal);
        }
    }

    /** What comes out where nobody can tell what the policies say. */
    public static Outcome refused(PolicyRefusal refusal) {
        return new Outcome("refused: " + refusal.getMessage(), List.of());
    }

    /** Whether it is allowed or not, and not a value. */
    public static boolean isRight(Action action) {
        return action.kind() == Kind.FLAG && (action.scope() == Scope.ADMIN || action.scope() == Scope.USER);
    }

    private static String text(Action action, PolicyAnswer answer, boolean inUse) {
        if (isRight(action)) {
            return answer.isSet() || !inUse ? ALLOWED : REFUSED;
        }
        if (action.kind() == Kind.FLAG) {
            return answer.isSet() ? "set" : "not set";
        }
        if (BARE.contains(action)) {
            return ofBare(action, answer);
        }
        if (action.isUnique()) {
            return answer.value().orElse(NOTHING);
        }
        Set<String> values = answer.values();
        return values.isEmpty() ? NOTHING : String.join(" ", new TreeSet<>(values));
    }

    /** These may be named without a value. */
    private static String ofBare(Action action, PolicyAnswer answer) {
        List<String> values = answer.policies().stream()
                .filter(policy -> policy.names(action.name()))
                .map(policy -> policy.valueOf(action.name()).orElse("set"))
                .distinct()
                .sorted()
                .toList();
        return values.isEmpty() ? NOTHING : String.join(" ", values);
    }

    /** Whether the two say the same, whoever says it. */
    public boolean isLike(Outcome other) {
        return Objects.equals(text, other.text);
    }
}
