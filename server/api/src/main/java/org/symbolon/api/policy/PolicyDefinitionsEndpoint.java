package org.symbolon.api.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.KnownNodes;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.ActionCatalogue;
import org.symbolon.policy.action.Scope;

/** Tells what policies can say, so that web interfaces can offer it. */
@Component
public class PolicyDefinitionsEndpoint implements Endpoint {

    private static final String CONDITIONS = "conditions";
    private static final String NODES = "edumfanodes";

    private final ActionJson json;
    private final List<String> nodes;

    PolicyDefinitionsEndpoint(ActionJson json, KnownNodes nodes) {
        this.json = json;
        this.nodes = nodes.names();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/policy/defs", this::all)
                        .needsNoRight("It is the same on every server.")
                        .does("Lists what policies can say, by scope.")
                        .answers(Shape.mapOf("By scope.", Shape.mapOf("By the name of the action.", ActionJson.SHAPE))),
                Route.admin("GET", "/policy/defs/<scope>", this::one)
                        .needsNoRight("It is the same on every server.")
                        .does("Lists what policies of one scope can say.")
                        .takes(
                                "scope",
                                Shape.text("The scope; `" + CONDITIONS + "` for what conditions can say, `" + NODES
                                        + "` for the nodes that there are."))
                        .answers(Shape.anything("The actions by name; null where there is no such scope.")));
    }

    private Reply all(ApiRequest request) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        Arrays.stream(Scope.values())
                .filter(Predicate.not(Scope::isEmpty))
                .forEach(scope -> definitions.put(scope.wire(), of(scope)));
        request.notes().success(true);
        return Reply.value(definitions);
    }

    private Reply one(ApiRequest request) {
        String scope = request.parameters().required("scope");
        request.notes().success(true).info(scope);
        return switch (scope) {
            case CONDITIONS -> Reply.value(ConditionDefinitions.JSON);
            case NODES -> Reply.value(nodes);
            default ->
                Reply.value(Scope.find(scope)
                        .filter(Predicate.not(Scope::isEmpty))
                        .map(this::of)
                        .orElse(null));
        };
    }

    private Map<String, Object> of(Scope scope) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        ActionCatalogue.listed(scope).forEach(action -> definitions.put(action.name(), json.of(action)));
        return definitions;
    }
}
