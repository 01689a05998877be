package org.symbolon.connectors.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stores over HTTP do each in their own way. What is said here is as most do it: lists come whole, in one answer. */
interface WebDialect {

    /**
     * A page of users, as the store tells them.
     *
     * @param next where the next page begins; empty on the last one
     */
    record Listed(List<JsonNode> users, Optional<String> next) {}

    /** The user whom the answer to a question for a name describes; a missing node if it describes nobody. */
    default JsonNode named(JsonNode answer, String login) {
        return answer.isArray() && answer.size() == 1 ? answer.get(0) : answer;
    }

    /**
     * What a page is asked for with. It may find too many: who does not fit is left out afterwards.
     *
     * @param criteria patterns by the names that the store has for attributes
     * @param cursor where the page begins, as the one before has said; empty for the first
     */
    default RequestDefinition page(RequestDefinition list, Map<String, String> criteria, int size, String cursor) {
        ObjectNode parameters = WebParameters.JSON.createObjectNode();
        criteria.forEach((name, pattern) -> {
            if (!pattern.equals(Wildcards.ANYTHING)) {
                parameters.put(name, pattern);
            }
        });
        return list.with(parameters);
    }

    /** What the answer to that question lists. */
    default Listed listed(JsonNode answer, int size, String cursor) {
        List<JsonNode> all = elements(answer);
        int begin = Math.min(cursor.isEmpty() ? 0 : Integer.parseInt(cursor), all.size());
        int end = Math.min(begin + size, all.size());
        return new Listed(all.subList(begin, end), end < all.size() ? Optional.of("" + end) : Optional.empty());
    }

    /** The elements of a list, or of the only list that an object has. */
    static List<JsonNode> elements(JsonNode answer) {
        List<JsonNode> elements = new ArrayList<>();
        if (answer.isArray()) {
            answer.forEach(elements::add);
        } else {
            List<JsonNode> lists =
                    answer.values().stream().filter(JsonNode::isArray).toList();
            if (lists.size() == 1) {
                lists.get(0).forEach(elements::add);
            }
        }
        return elements;
    }

    /** How many users can be asked for by their ids in one question; 0 if there is no such question. */
    default int mostIds() {
        return 0;
    }

    /** The question for several users by their ids; its answer is a list. */
    default RequestDefinition withIds(RequestDefinition list, String idName, List<String> ids) {
        return list;
    }

    /**
     * What goes with a change of a user, and stays as it is.
     *
     * @param before how the store describes him
     */
    default ObjectNode unchanged(ObjectNode before) {
        return WebParameters.JSON.createObjectNode();
    }

    /** How the value of an attribute is written; an empty one takes it away. */
    default JsonNode written(String name, String value) {
        return WebParameters.JSON.getNodeFactory().stringNode(value);
    }

    /**
     * Lets pass where passwords can be tried.
     *
     * @throws org.symbolon.command.resolver.port.UserStoreUnavailableException if they cannot, as the store is configured
     */
    default void requirePasswords() {}

    /** What users are asked for with, so that their groups come with them; empty if another question tells them. */
    default Optional<RequestDefinition> withGroups(RequestDefinition request) {
        return Optional.empty();
    }

    /** The groups that came with a user. */
    default JsonNode groups(JsonNode user) {
        return user;
    }
}
