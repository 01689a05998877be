package org.symbolon.connectors.web;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the groups of a user are told: where he is asked for, and not in lists.
 *
 * @param name what of a group is told
 * @param shownAs the name under which they are told of a user
 */
record WebGroups(String name, String shownAs) {

    /** Empty where they are not wanted. */
    static Optional<WebGroups> of(ObjectNode definition) {
        if (!RequestDefinition.isSet(definition.path("active"))) {
            return Optional.empty();
        }
        return Optional.of(new WebGroups(
                definition.path("user_groups_attribute").asString("name"),
                definition.path("pi_user_groups_key").asString("groups")));
    }

    /** What an answer that lists groups tells, separated by commas. */
    String told(JsonNode groups) {
        return StreamSupport.stream(groups.spliterator(), false)
                .map(group -> group.isString() ? group.asString() : WebParameters.text(group.path(name)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(","));
    }
}
