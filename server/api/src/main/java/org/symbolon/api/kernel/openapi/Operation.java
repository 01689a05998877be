package org.symbolon.api.kernel.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.symbolon.api.kernel.Access;
import org.symbolon.api.kernel.NeedText;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteDescription;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.idempotency.IdempotencyKey;

/** One route as an operation of an OpenAPI document. */
final class Operation {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";
    private static final String CONTENT = "content";

    private final Route route;
    private final PathTemplate path;
    private final RouteDescription description;

    Operation(Route route, PathTemplate path) {
        this.route = route;
        this.path = path;
        this.description = route.description();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operationId", id());
        json.put("tags", List.of(PathTemplate.of(route).tag()));
        json.put("summary", description.summary());
        json.put(DESCRIPTION, access() + raised());
        json.put("parameters", parameters());
        Map<String, Shape> body = body();
        if (!body.isEmpty()) {
            json.put("requestBody", requestBody(body));
        }
        json.put("responses", responses());
        json.put("security", security());
        return json;
    }

    /** The method and the words of the path; a slash at its end is told apart. */
    private String id() {
        String end = route.template().length() > 1 && route.template().endsWith("/") ? "_all" : "";
        return route.method().toLowerCase(Locale.ROOT)
                + route.template().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "")
                + end;
    }

    private String access() {
        return switch (route.access()) {
            case OPEN -> "For everybody, without a log-in.";
            case USER -> "For administrators, and for users about themselves. " + NeedText.of(route);
            case ADMIN -> "For administrators. " + NeedText.of(route);
        };
    }

    private String raised() {
        return route.event().isEmpty() ? "" : " Raises the event `" + route.event() + "` for event handlers.";
    }

    private List<Object> security() {
        return route.access() == Access.OPEN ? List.of() : List.of(Map.of("login", List.of()));
    }

    private List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        description.parameters().forEach((name, shape) -> {
            if (PathTemplate.of(route).variables().contains(name)) {
                parameters.add(parameter(path.nameFor(route, name), "path", shape.required()));
            } else if (!hasBody()) {
                parameters.add(parameter(name, "query", shape));
            }
        });
        if (route.once()) {
            parameters.add(key());
        }
        return parameters;
    }

    private static Map<String, Object> key() {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", IdempotencyKey.HEADER);
        parameter.put("in", "header");
        parameter.put("required", false);
        parameter.put(
                DESCRIPTION,
                "A text that the caller makes up for this request. Sent again with the same key within a day, the request is not"
                        + " done again, and answered as before, with the header Idempotent-Replayed.");
        parameter.put(SCHEMA, Map.of("type", "string", "minLength", 1, "maxLength", IdempotencyKey.MOST_CHARACTERS));
        return parameter;
    }

    private static Map<String, Object> parameter(String name, String place, Shape shape) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", place);
        parameter.put("required", shape.isRequired());
        parameter.put(DESCRIPTION, shape.about());
        if (shape.kind() == Shape.Kind.OBJECT) {
            parameter.put(CONTENT, Map.of("application/json", Map.of(SCHEMA, Schemas.of(shape))));
            return parameter;
        }
        if (shape.kind() == Shape.Kind.LIST) {
            parameter.put("style", "form");
            parameter.put("explode", false);
        }
        parameter.put(SCHEMA, Schemas.of(shape));
        return parameter;
    }

    private boolean hasBody() {
        return WITH_BODY.contains(route.method());
    }

    private Map<String, Shape> body() {
        Map<String, Shape> body = new LinkedHashMap<>();
        if (hasBody()) {
            body.putAll(description.parameters());
            body.keySet().removeAll(PathTemplate.of(route).variables());
        }
        return body;
    }

    private static Map<String, Object> requestBody(Map<String, Shape> body) {
        Map<String, Object> schema = Schemas.object(body);
        Map<String, Object> content = new LinkedHashMap<>();
        if (body.values().stream().anyMatch(shape -> shape.kind() == Shape.Kind.FILE)) {
            content.put("multipart/form-data", Map.of(SCHEMA, schema));
        } else {
            content.put("application/x-www-form-urlencoded", form(schema, body));
            content.put("application/json", Map.of(SCHEMA, schema));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("required", body.values().stream().anyMatch(Shape::isRequired));
        json.put(CONTENT, content);
        return json;
    }

    /** In a form a list is one text with commas, and an object its JSON text. */
    private static Map<String, Object> form(Map<String, Object> schema, Map<String, Shape> body) {
        Map<String, Object> encoding = new LinkedHashMap<>();
        body.forEach((name, shape) -> {
            if (shape.kind() == Shape.Kind.LIST) {
                encoding.put(name, Map.of("style", "form", "explode", false));
            }
            if (shape.kind() == Shape.Kind.OBJECT) {
                encoding.put(name, Map.of("contentType", "application/json"));
            }
        });
        return encoding.isEmpty() ? Map.of(SCHEMA, schema) : Map.of(SCHEMA, schema, "encoding", encoding);
    }

    private Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(isEmpty() ? "204" : "200", success());
        Map<Integer, StringBuilder> byStatus = new TreeMap<>();
        Refusals.of(route)
                .forEach((code, when) -> byStatus.computeIfAbsent(Refusals.status(code), status -> new StringBuilder())
                        .append("\n- ")
                        .append(code)
                        .append(": ")
                        .append(when));
        byStatus.forEach((status, text) ->
                responses.put(status.toString(), refusal("Refused, with one of these codes:\n" + text)));
        if (route.once()) {
            responses.put(
                    "409", refusal("A request with this Idempotency-Key is being worked on, or its answer is lost."));
            responses.put("422", refusal("The Idempotency-Key belongs to another request."));
            responses.put("429", refusal("There are too many keys of the last day."));
        }
        responses.put("500", Map.of("$ref", "#/components/responses/Fault"));
        return responses;
    }

    private static Map<String, Object> refusal(String text) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put(DESCRIPTION, text);
        response.put(CONTENT, Envelope.content(Envelope.ERROR));
        return response;
    }

    private boolean isEmpty() {
        return "".equals(description.contentType());
    }

    private Map<String, Object> success() {
        Map<String, Object> response = new LinkedHashMap<>();
        Shape value = description.value();
        if (value == null) {
            response.put(DESCRIPTION, "No answer is without an error.");
            return response;
        }
        response.put(DESCRIPTION, value.about().isEmpty() ? "The answer." : value.about());
        if (isEmpty()) {
            return response;
        }
        response.put(
                CONTENT,
                description.contentType() == null
                        ? Map.of("application/json", Map.of(SCHEMA, Envelope.around(value, description.detail())))
                        : Map.of(description.contentType(), Map.of(SCHEMA, Schemas.of(value))));
        return response;
    }
}
