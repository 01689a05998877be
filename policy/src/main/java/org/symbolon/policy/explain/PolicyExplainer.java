package org.symbolon.policy.explain;

import java.util.Comparator;
import java.util.List;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.asking.Policies;
import org.symbolon.policy.explain.Explanation.Finding;
import org.symbolon.policy.matching.CompiledPolicies;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.CompiledPolicy.Verdict;
import org.symbolon.policy.matching.PolicyQuestion;
import org.symbolon.policy.matching.PolicyRefusal;

/** Tells which policies would take part in a request, and why the others would not. */
public class PolicyExplainer {

    private final Policies policies;
    private final AskedActions table;

    public PolicyExplainer(Policies policies, AskedActions table) {
        this.policies = policies;
        this.table = table;
    }

    /** The names of all endpoints that policies act on. */
    public List<String> endpoints() {
        return table.endpoints();
    }

    /** For each action that the endpoint asks policies about in the situation, in its order. */
    public List<Explanation> explain(String endpoint, Situation situation) {
        CompiledPolicies current = policies.current();
        return table.of(endpoint).stream()
                .filter(situation::concerns)
                .map(action -> explain(action, situation.about(action), current))
                .toList();
    }

    private static Explanation explain(Action action, PolicyQuestion question, CompiledPolicies current) {
        List<Finding> findings = current.all().stream()
                .filter(policy -> isAbout(policy, action))
                .sorted(Comparator.comparingInt(CompiledPolicy::priority))
                .map(policy -> finding(policy, action, question))
                .toList();
        return new Explanation(action, Outcome.of(action, question, current), findings);
    }

    /** One of which it cannot be told is of interest, too. */
    private static boolean isAbout(CompiledPolicy policy, Action action) {
        try {
            return policy.isAbout(action.scope().wire(), action.name());
        } catch (PolicyRefusal malformed) {
            return true;
        }
    }

    private static Finding finding(CompiledPolicy policy, Action action, PolicyQuestion question) {
        String says = policy.valueOf(action.name()).orElse("");
        try {
            Verdict verdict = policy.verdict(question);
            String reason = VerdictText.of(verdict, policy.view().terms());
            return new Finding(policy.name(), policy.priority(), verdict == Verdict.MATCHES, says, reason);
        } catch (PolicyRefusal refusal) {
            return new Finding(policy.name(), policy.priority(), false, says, "refused: " + refusal.getMessage());
        }
    }
}
