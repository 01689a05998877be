package org.symbolon.connectors.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The Admin REST API of Keycloak: somebody is found by his name as a list of one, and lists come in pages. */
final class KeycloakDialect implements WebDialect {

    @Override
    public JsonNode named(JsonNode answer, String login) {
        if (answer.size() > 1) {
            throw new UserStoreUnavailableException("Multiple users found for username '" + login + "'", null);
        }
        return answer.isArray() && !answer.isEmpty() ? answer.get(0) : MissingNode.getInstance();
    }

    /** Keycloak looks for parts of values and has no other wildcard; what it cannot look for it passes over. */
    @Override
    public RequestDefinition page(RequestDefinition list, Map<String, String> criteria, int size, String cursor) {
        ObjectNode parameters = WebParameters.JSON.createObjectNode();
        boolean inParts = criteria.values().stream().anyMatch(Wildcards::has);
        criteria.forEach((name, pattern) -> {
            String part = longestPart(pattern);
            if (!JsonPath.isNested(name) && !part.isEmpty()) {
                parameters.put(name, part);
            }
        });
        if (!parameters.isEmpty()) {
            parameters.put("exact", !inParts);
        }
        parameters.put("first", begin(cursor)).put("max", size);
        return list.with(parameters);
    }

    /** Keycloak forgets the address and the names of a user that a change leaves out. */
    @Override
    public ObjectNode unchanged(ObjectNode before) {
        return before.deepCopy();
    }

    private static String longestPart(String pattern) {
        String longest = "";
        for (String part : pattern.split("\\*", -1)) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest;
    }

    private static int begin(String cursor) {
        return cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    }

    @Override
    public Listed listed(JsonNode answer, int size, String cursor) {
        List<JsonNode> users = WebDialect.elements(answer);
        Optional<String> next = users.size() < size ? Optional.empty() : Optional.of("" + (begin(cursor) + size));
        return new Listed(users, next);
    }
}
