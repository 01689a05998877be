package org.symbolon.policy.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.policy.PolicyView;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.matching.CompiledPolicy.Verdict;

/**
 * All policies at one moment, made ready for being asked: those in use by scope, and within it those that decide about an
 * action, each in the order in which policies count. Asking needs no tables and no locks.
 */
public final class CompiledPolicies {

    private static final Comparator<CompiledPolicy> STRONGEST_FIRST = Comparator.comparingInt(CompiledPolicy::priority);
    private static final Comparator<CompiledPolicy> CLIENTS_FIRST =
            Comparator.comparing(policy -> !policy.namesClients());
    private static final int MOST_ACTIONS = 4_000;

    /** No policies. */
    public static final CompiledPolicies NONE = new CompiledPolicies(PolicySet.EMPTY);

    private final List<CompiledPolicy> all;
    private final Map<String, List<CompiledPolicy>> activeByScope;
    private final Set<String> namedInfo;
    private final Map<String, Map<String, List<CompiledPolicy>>> byAction = new ConcurrentHashMap<>();

    private CompiledPolicies(PolicySet policies) {
        Map<List<String>, ClientList> clientLists = new HashMap<>();
        all = policies.all().stream()
                .sorted(Comparator.comparingInt(PolicyView::id))
                .map(policy ->
                        new CompiledPolicy(policy, entries -> clientLists.computeIfAbsent(entries, ClientList::new)))
                .toList();
        activeByScope = all.stream()
                .filter(policy -> policy.view().active())
                .sorted(STRONGEST_FIRST.thenComparing(CLIENTS_FIRST))
                .collect(Collectors.groupingBy(policy -> policy.view().terms().scope()));
        namedInfo = all.stream().flatMap(CompiledPolicy::namedInfo).collect(Collectors.toUnmodifiableSet());
    }

    public static CompiledPolicies of(PolicySet policies) {
        return policies.all().isEmpty() ? NONE : new CompiledPolicies(policies);
    }

    /** Every policy, in use or not. */
    public List<CompiledPolicy> all() {
        return all;
    }

    /** The entries of tokens that any policy goes by, in use or not. */
    public Set<String> namedInfo() {
        return namedInfo;
    }

    /** Whether any policy of the scope is in use, for whomever, wherever and whenever. */
    public boolean hasScope(String scope) {
        return activeByScope.containsKey(scope);
    }

    /** Whether any policy in use decides about the action, for whomever, wherever and whenever. */
    public boolean speakOf(String scope, String action) {
        return !deciding(scope, action).isEmpty();
    }

    /**
     * The policies that answer the question, the strongest first.
     *
     * @throws PolicyRefusal 303 if of one of them it cannot be told
     */
    public List<CompiledPolicy> matching(PolicyQuestion question) {
        List<CompiledPolicy> candidates = deciding(question.scope(), question.action());
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<CompiledPolicy> matching = new ArrayList<>(2);
        for (CompiledPolicy policy : candidates) {
            if (policy.verdictOnRest(question) == Verdict.MATCHES) {
                matching.add(policy);
            }
        }
        return matching;
    }

    /** As {@link #matching} before it is known which token is used. */
    public Said said(PolicyQuestion question, Action action) {
        List<Said.Match> matches = deciding(question.scope(), question.action()).stream()
                .flatMap(policy -> policy.match(question).stream())
                .toList();
        return new Said(action, matches);
    }

    /** The policies in use that decide about the action, for whomever, wherever and whenever. */
    public List<CompiledPolicy> deciding(String scope, String action) {
        List<CompiledPolicy> active = activeByScope.getOrDefault(scope, List.of());
        if (action == null || active.isEmpty()) {
            return active;
        }
        Map<String, List<CompiledPolicy>> known = byAction.computeIfAbsent(scope, name -> new ConcurrentHashMap<>());
        List<CompiledPolicy> candidates = known.get(action);
        if (candidates == null) {
            candidates =
                    active.stream().filter(policy -> policy.decides(action)).toList();
            if (known.size() < MOST_ACTIONS) {
                known.put(action, candidates);
            }
        }
        return candidates;
    }
}
