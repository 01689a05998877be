package org.symbolon.policy.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.explain.AskedActions;
import org.symbolon.policy.explain.Outcome;
import org.symbolon.policy.explain.Situation;
import org.symbolon.policy.matching.CompiledPolicies;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.PolicyQuestion;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.whatif.Difference.Change;

/**
 * Holds two sets of policies against each other, request by request. Only actions about which other policies decide in one
 * than in the other are looked at: nothing else can come out differently.
 */
final class Comparison {

    private static final int MOST_OUTCOMES = 1_000;

    private final AskedActions table;
    private final CompiledPolicies current;
    private final CompiledPolicies drafted;
    private final Map<String, List<TouchedAction>> touched = new HashMap<>();
    private final Map<Match, Outcome> outcomes = new HashMap<>();

    /**
     * What has been found out about one request. Whether a policy matches does not depend on the action that it is asked
     * about, and several actions often stand in the same policies.
     */
    private static final class Answers {

        private final Map<List<CompiledPolicy>, Boolean> mayMatch = new HashMap<>();
        private final Map<List<CompiledPolicy>, List<CompiledPolicy>> matching = new HashMap<>();

        boolean mayMatch(TouchedAction touch, PolicyQuestion question) {
            return mayMatch.computeIfAbsent(touch.differing(), policies -> touch.mayMatch(question));
        }

        List<CompiledPolicy> matching(CompiledPolicies policies, PolicyQuestion question) {
            return matching.computeIfAbsent(
                    policies.deciding(question.scope(), question.action()), candidates -> policies.matching(question));
        }
    }

    /** What an outcome depends on; it is the same for many requests. */
    private record Match(Action action, List<CompiledPolicy> policies, boolean inUse) {}

    Comparison(AskedActions table, CompiledPolicies current, CompiledPolicies drafted) {
        this.table = table;
        this.current = current;
        this.drafted = drafted;
    }

    /** What would have come out differently. */
    Difference of(RecordedRequest request) {
        List<TouchedAction> actions = touched.computeIfAbsent(request.endpoint(), this::touched);
        if (actions.isEmpty()) {
            return Difference.NONE;
        }
        Situation situation = request.situation();
        Answers answers = new Answers();
        List<Change> changes = new ArrayList<>();
        List<Action> undecided = new ArrayList<>();
        for (TouchedAction touch : actions) {
            if (!situation.concerns(touch.action())) {
                continue;
            }
            try {
                compare(touch, situation.about(touch.action()), answers).ifPresent(changes::add);
            } catch (NotRecordedException e) {
                undecided.add(touch.action());
            }
        }
        return new Difference(changes, undecided);
    }

    private Optional<Change> compare(TouchedAction touch, PolicyQuestion question, Answers answers) {
        if (!touch.always() && !answers.mayMatch(touch, question)) {
            return Optional.empty();
        }
        Outcome before = outcome(touch.action(), question, current, answers);
        Outcome after = outcome(touch.action(), question, drafted, answers);
        return before.isLike(after) ? Optional.empty() : Optional.of(new Change(touch.action(), before, after));
    }

    private Outcome outcome(Action action, PolicyQuestion question, CompiledPolicies policies, Answers answers) {
        List<CompiledPolicy> matching;
        try {
            matching = answers.matching(policies, question);
        } catch (PolicyRefusal refusal) {
            return Outcome.refused(refusal);
        }
        if (outcomes.size() == MOST_OUTCOMES) {
            outcomes.clear();
        }
        return outcomes.computeIfAbsent(
                new Match(action, matching, policies.hasScope(question.scope())),
                match -> Outcome.of(match.action, match.policies, match.inUse));
    }

    private List<TouchedAction> touched(String endpoint) {
        return table.of(endpoint).stream()
                .flatMap(action -> TouchedAction.of(action, current, drafted).stream())
                .toList();
    }
}
