package org.symbolon.query.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.policy.PolicyEvent;
import org.symbolon.projections.policy.PolicySet;
import org.symbolon.projections.policy.PolicyStates;
import org.symbolon.projections.policy.PolicyView;
import org.symbolon.query.history.HistoryEntry;
import org.symbolon.query.history.HistoryRows;
import org.symbolon.query.policy.PolicyHistoryPage.Step;
import tools.jackson.databind.json.JsonMapper;

/** Answers questions about policies as they were. Their events are few, so all of them are read each time. */
public class PolicyQueries {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> EVENTS = EventFamilies.byName().entrySet().stream()
            .filter(event -> PolicyEvent.class.isAssignableFrom(event.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();

    private final HistoryRows rows;

    public PolicyQueries(HistoryRows rows) {
        this.rows = rows;
    }

    @QueryHandler
    public PolicyHistoryPage handle(PolicyHistory query) {
        List<Step> steps = new ArrayList<>();
        PolicyStates states = new PolicyStates();
        for (HistoryEntry entry : rows.oldestFirst("policy/" + query.name())) {
            PolicyView before = states.of(query.name()).orElse(null);
            states.apply(event(entry));
            steps.add(new Step(entry, before, states.of(query.name()).orElse(null)));
        }
        Collections.reverse(steps);
        List<Step> page = steps.stream()
                .skip(query.paging().offset())
                .limit(query.paging().size())
                .toList();
        return new PolicyHistoryPage(steps.size(), page);
    }

    @QueryHandler
    public PolicySet handle(ListPoliciesAt query) {
        PolicyStates states = new PolicyStates();
        rows.named(EVENTS).stream()
                .filter(entry -> !entry.time().isAfter(query.time()))
                .forEach(entry -> states.apply(event(entry)));
        return states.all();
    }

    private static PolicyEvent event(HistoryEntry entry) {
        Class<?> type = EventFamilies.byName().get(entry.event());
        return (PolicyEvent) JSON.convertValue(entry.changes(), type);
    }
}
