package org.symbolon.api.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.command.policy.SavePolicy;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyView;

/** Policies that somebody thinks of having, put in the place of those that there are, without saving anything. */
public final class PolicyDraft {

    private static final PolicyTerms NOTHING = new PolicyTerms(
            "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "", false, 1);

    private final Map<String, PolicyView> policies = new TreeMap<>();
    private int lastId;

    private PolicyDraft(PolicySet current) {
        for (PolicyView policy : current.all()) {
            policies.put(policy.name(), policy);
            lastId = Math.max(lastId, policy.id());
        }
    }

    /**
     * The policies as they would be.
     *
     * @param draft those that would be made or changed, as a file of policies or as JSON, a policy or a list of them; may be
     *     empty
     * @param removed the names of those that would go
     */
    public static PolicySet over(PolicySet current, Object draft, List<String> removed) {
        PolicyDraft drafted = new PolicyDraft(current);
        read(draft).forEach(drafted::save);
        removed.forEach(drafted::remove);
        return PolicySet.of(new ArrayList<>(drafted.policies.values()));
    }

    private static List<SavePolicy> read(Object draft) {
        List<Map<String, Object>> policies = draft instanceof String text
                ? JsonText.parse(text).flatMap(PolicyDraft::json).orElseGet(() -> file(text))
                : json(draft)
                        .orElseThrow(() -> ApiException.parameter(
                                "Parameter 'draft' must be a text, a policy or a list of policies"));
        return policies.stream().map(PolicyFile::command).toList();
    }

    private static List<Map<String, Object>> file(String text) {
        return text.isBlank() ? List.of() : PolicyFile.read(text);
    }

    /** Empty if it is none: the name of a policy, which begins a file, may look like a list. */
    private static Optional<List<Map<String, Object>>> json(Object parsed) {
        if (parsed instanceof Map<?, ?> one) {
            return Optional.of(List.of(fields(one)));
        }
        if (parsed instanceof List<?> members && members.stream().allMatch(Map.class::isInstance)) {
            return Optional.of(members.stream().map(PolicyDraft::fields).toList());
        }
        return Optional.empty();
    }

    private static Map<String, Object> fields(Object json) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) json).forEach((key, value) -> fields.put(key.toString(), value));
        return fields;
    }

    private void save(SavePolicy command) {
        PolicyView former = policies.get(command.name());
        PolicyTerms terms = command.applied(former == null ? NOTHING : former.terms());
        int id = former == null ? nextId() : former.id();
        policies.put(
                command.name(),
                new PolicyView(
                        id,
                        command.name(),
                        command.active(),
                        terms,
                        command.further().conditions().orElse(former == null ? List.of() : former.conditions())));
    }

    private int nextId() {
        lastId++;
        return lastId;
    }

    private void remove(String name) {
        if (policies.remove(name) == null) {
            throw ApiException.notFound("The policy with name '" + name + "' does not exist");
        }
    }
}
