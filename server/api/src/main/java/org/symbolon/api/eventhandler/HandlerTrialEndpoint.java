package org.symbolon.api.eventhandler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.Listener;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.policy.action.AdminActions;

/** Tries out an event handler on a request that the audit knows: which conditions would hold, and what would be done. Ours. */
@Component
public class HandlerTrialEndpoint implements Endpoint {

    private static final String HANDLER = "eventid";
    private static final String NUMBER = "number";

    private static final Shape SHAPE = Shape.fields("")
            .with("event", Shape.text("The event that the request raises."))
            .with("listens", Shape.flag("Whether the handler is active and listens to it."))
            .with("conditions", Shape.mapOf("By their names, whether they hold.", Shape.flag("")))
            .with("acts", Shape.flag("Whether it would act: it listens, and all conditions hold."))
            .with("deeds", Shape.list("What it would do."))
            .with("refusal", Shape.text("Why it could do nothing at all.").orNull());

    private final ConfigurationSource configuration;
    private final RecordedRequests recorded;
    private final SecretVault vault;

    HandlerTrialEndpoint(ConfigurationSource configuration, RecordedRequests recorded, SecretVault vault) {
        this.configuration = configuration;
        this.recorded = recorded;
        this.vault = vault;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/event/<" + HANDLER + ">/try", this::tryOut)
                .needs(AdminActions.EVENTHANDLING_WRITE)
                .does("Tells what an event handler would do about a request that the audit knows. Nothing is done.")
                .takes(HANDLER, Shape.number("The number of the handler."))
                .takes(
                        NUMBER,
                        Shape.number("The number of the request's row in the audit.")
                                .required())
                .answers(SHAPE)
                .refuses(601, "There is no such handler, or no such row."));
    }

    private Reply tryOut(ApiRequest request) {
        int number = integer(request, HANDLER);
        Listener listener = configuration.now().eventHandlers().stream()
                .filter(handler -> handler.id() == number)
                .map(HandlerTurns::listener)
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("The requested EventHandler could not be found."));
        HandledRequest facts = recorded.of(integer(request, NUMBER), listener.definition());
        request.notes().success(true).info(Integer.toString(number));
        return Reply.value(found(listener, facts));
    }

    private static int integer(ApiRequest request, String name) {
        return request.parameters().integer(name).orElseThrow(() -> ApiException.missingParameter(name));
    }

    private Map<String, Object> found(Listener listener, HandledRequest facts) {
        boolean listens = listener.definition().active()
                && listener.definition().events().contains(facts.event().event());
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("event", facts.event().event());
        found.put("listens", listens);
        try {
            Map<String, Boolean> conditions = listener.findings(facts);
            found.put("conditions", conditions);
            found.put("acts", listens && !conditions.containsValue(false));
            found.put(
                    "deeds",
                    listener.deeds(facts, vault).stream().map(Deed::told).toList());
            found.put("refusal", null);
        } catch (Refusal refusal) {
            found.putIfAbsent("conditions", Map.of());
            found.put("acts", false);
            found.put("deeds", List.of());
            found.put("refusal", refusal.getMessage());
        }
        return found;
    }
}
