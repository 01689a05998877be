package org.symbolon.server.policy.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.server.policy.EndpointPolicies;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.explain.Outcome;
import org.symbolon.server.policy.explain.Situation;
import org.symbolon.server.policy.matching.CompiledPolicies;
import org.symbolon.server.policy.whatif.Difference.Change;

/**
 * Holds two sets of policies against each other, request by request. Only actions about which other policies decide in one
 * than in the other are looked at: nothing else can come out differently.
 */
final class Comparison {

    private final EndpointPolicies table;
    private final CompiledPolicies current;
    private final CompiledPolicies drafted;
    private final Map<String, List<Action>> concerned = new HashMap<>();

    Comparison(EndpointPolicies table, CompiledPolicies current, CompiledPolicies drafted) {
        this.table = table;
        this.current = current;
        this.drafted = drafted;
    }

    /** What would have come out differently. */
    Difference of(RecordedRequest request) {
        List<Action> actions = concerned.computeIfAbsent(request.endpoint(), this::concerned);
        if (actions.isEmpty()) {
            return Difference.NONE;
        }
        Situation situation = request.situation();
        List<Change> changes = new ArrayList<>();
        List<Action> undecided = new ArrayList<>();
        for (Action action : actions) {
            if (!situation.concerns(action)) {
                continue;
            }
            try {
                compare(action, situation, changes);
            } catch (NotRecordedException e) {
                undecided.add(action);
            }
        }
        return new Difference(changes, undecided);
    }

    private void compare(Action action, Situation situation, List<Change> changes) {
        Outcome before = Outcome.of(action, situation.about(action), current);
        Outcome after = Outcome.of(action, situation.about(action), drafted);
        if (!before.isLike(after)) {
            changes.add(new Change(action, before, after));
        }
    }

    private List<Action> concerned(String endpoint) {
        return table.of(endpoint).asks().stream().filter(this::isTouched).toList();
    }

    private boolean isTouched(Action action) {
        String scope = action.scope().wire();
        return current.hasScope(scope) != drafted.hasScope(scope)
                || !current.deciding(scope, action.name()).equals(drafted.deciding(scope, action.name()));
    }
}
