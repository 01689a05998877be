package org.symbolon.api.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.api.kernel.Shape;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyView;

/** Puts policies into the words of the wire, in the order that files keep. */
final class PolicyJson {

    static final Shape SHAPE = Shape.fields("")
            .with("name", Shape.text("Its name."))
            .with("active", Shape.flag("Whether it is in use."))
            .with("scope", Shape.text("What it is about."))
            .with("action", Shape.object("What it says."))
            .with("realm", Shape.list("For which realms."))
            .with("adminrealm", Shape.list("For which realms of administrators."))
            .with("adminuser", Shape.list("For which administrators."))
            .with("resolver", Shape.list("For which resolvers."))
            .with("edumfanode", Shape.list("For which nodes."))
            .with("check_all_resolvers", Shape.flag("Whether all resolvers of the user count."))
            .with("user", Shape.list("For which users."))
            .with("client", Shape.list("For which addresses and networks."))
            .with("time", Shape.text("When."))
            .with(
                    "conditions",
                    Shape.listOf(
                            "What else must be so.",
                            Shape.listOf("Section, key, comparator, value, active.", Shape.anything(""))))
            .with("priority", Shape.number("Its strength: 1 is the strongest."));

    private PolicyJson() {}

    static Map<String, Object> of(PolicyView policy) {
        PolicyTerms terms = policy.terms();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", policy.name());
        json.put("active", policy.active());
        json.put("scope", terms.scope());
        json.put("realm", terms.realms());
        json.put("adminrealm", terms.adminRealms());
        json.put("adminuser", terms.adminUsers());
        json.put("resolver", terms.resolvers());
        json.put("edumfanode", terms.nodes());
        json.put("check_all_resolvers", terms.checkAllResolvers());
        json.put("user", terms.users());
        json.put("client", terms.clients());
        json.put("time", terms.time());
        json.put("conditions", conditions(policy.conditions()));
        json.put("priority", terms.priority());
        json.put("action", actions(terms.actions()));
        return json;
    }

    private static Map<String, Object> actions(List<PolicyAction> actions) {
        Map<String, Object> json = new LinkedHashMap<>();
        actions.forEach(action -> json.put(action.name(), action.value() == null ? true : action.value()));
        return json;
    }

    private static List<List<Object>> conditions(List<PolicyCondition> conditions) {
        List<List<Object>> json = new ArrayList<>();
        for (PolicyCondition condition : conditions) {
            json.add(List.of(
                    condition.section(),
                    condition.key(),
                    condition.comparator(),
                    condition.value(),
                    condition.active()));
        }
        return json;
    }
}
