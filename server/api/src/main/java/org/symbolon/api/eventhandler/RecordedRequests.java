package org.symbolon.api.eventhandler;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Route;
import org.symbolon.command.eventhandler.fact.AnswerFacts;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.audit.AuditRow;
import org.symbolon.projections.shared.StorableText;
import org.symbolon.query.audit.FindAuditRow;
import org.symbolon.query.sending.QueryDispatcher;

/** Makes of a row of the audit what handlers go by, as far as the row tells it. */
@Component
class RecordedRequests {

    private static final int ACTION = 50;

    private final QueryDispatcher queries;
    private final ObjectProvider<Endpoint> endpoints;
    private final ObjectProvider<Route> others;
    private final RaisedEvents events;

    /** Endpoints, and routes that are none of the API's, are looked at once somebody wants to know what there is: one of them asks this. */
    RecordedRequests(
            QueryDispatcher queries,
            ObjectProvider<Endpoint> endpoints,
            ObjectProvider<Route> others,
            RaisedEvents events) {
        this.queries = queries;
        this.endpoints = endpoints;
        this.others = others;
        this.events = events;
    }

    /**
     * The request of the row with this number, at the position of the handler.
     *
     * @throws ApiException 601 if there is no such row, 905 if the request raises no event
     */
    HandledRequest of(long number, HandlerDefinition definition) {
        AuditRow row = queries.find(new FindAuditRow(number), AuditRow.class)
                .orElseThrow(() -> ApiException.notFound("The requested row of the audit could not be found."));
        Route route = Stream.concat(
                        endpoints.orderedStream().flatMap(endpoint -> endpoint.routes().stream()),
                        others.orderedStream())
                .filter(known -> isOf(known, row) && !known.event().isEmpty())
                .findFirst()
                .orElseThrow(() -> ApiException.parameter("The request raises no event: " + row.action()));
        Position position = Position.valueOf(definition.position().toUpperCase(Locale.ROOT));
        return events.of(new RaisedEvent(
                route.event(),
                position,
                route.method(),
                route.template(),
                "",
                text(row.client()),
                "",
                caller(row),
                parameters(row),
                position == Position.PRE ? AnswerFacts.NONE : answer(row),
                text(row.serial()),
                events.now()));
    }

    /** The audit cuts what is long. */
    private static boolean isOf(Route route, AuditRow row) {
        return StorableText.cut(route.action(), ACTION).equals(row.action());
    }

    private static Caller caller(AuditRow row) {
        String name = text(row.administrator());
        return name.isEmpty() ? Caller.ANONYMOUS : new Caller.Administrator(name, "");
    }

    private static Map<String, Secret> parameters(AuditRow row) {
        Map<String, Secret> parameters = new LinkedHashMap<>();
        put(parameters, "user", row.user());
        put(parameters, "realm", row.realm());
        put(parameters, "resolver", row.resolver());
        put(parameters, "serial", row.serial());
        return parameters;
    }

    private static void put(Map<String, Secret> parameters, String name, String value) {
        if (!text(value).isEmpty()) {
            parameters.put(name, Secret.of(value));
        }
    }

    private static AnswerFacts answer(AuditRow row) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("message", text(row.info()));
        if (!text(row.serial()).isEmpty()) {
            detail.put("serial", row.serial());
        }
        return new AnswerFacts(Map.of("result", Map.of("status", true, "value", row.success() == 1), "detail", detail));
    }

    private static String text(String column) {
        return Objects.requireNonNullElse(column, "");
    }
}
