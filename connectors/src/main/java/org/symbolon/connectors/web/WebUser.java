package org.symbolon.connectors.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.symbolon.command.resolver.port.StoredUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user as an answer describes him.
 *
 * @param json the answer
 * @param attributes what is known of him, one value each
 * @param several all values of what he has a list of
 */
record WebUser(ObjectNode json, Map<String, String> attributes, Map<String, List<String>> several) {

    /**
     * Empty if the answer describes nobody.
     *
     * @param otherwise his name and his id where the answer has none: what was asked for
     */
    static Optional<WebUser> of(JsonNode json, Map<String, String> mapping, Optional<String> otherwise) {
        if (!(json instanceof ObjectNode object) || object.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> attributes = new HashMap<>();
        Map<String, List<String>> several = new HashMap<>();
        paths(object, mapping).forEach((name, path) -> {
            JsonNode found = JsonPath.find(object, path);
            List<String> values = values(found);
            if (!values.isEmpty() && !name.equals(WebSettings.PASSWORD)) {
                attributes.put(name, values.get(0));
                if (found.isArray()) {
                    several.put(name, values);
                }
            }
        });
        otherwise.ifPresent(asked -> {
            attributes.putIfAbsent(WebSettings.USER_ID, asked);
            attributes.putIfAbsent(WebSettings.USERNAME, asked);
        });
        boolean known = attributes.containsKey(WebSettings.USERNAME) && attributes.containsKey(WebSettings.USER_ID);
        return known ? Optional.of(new WebUser(object, attributes, several)) : Optional.empty();
    }

    private static Map<String, String> paths(ObjectNode object, Map<String, String> mapping) {
        return mapping.isEmpty()
                ? object.propertyNames().stream().collect(Collectors.toMap(name -> name, name -> name))
                : mapping;
    }

    private static List<String> values(JsonNode found) {
        if (found.isArray()) {
            return StreamSupport.stream(found.spliterator(), false)
                    .filter(element -> !element.isContainer())
                    .map(WebParameters::text)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        String text = found.isContainer() ? "" : WebParameters.text(found);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** The same with one attribute more; as he is if it is empty. */
    WebUser with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new HashMap<>(attributes);
        more.put(name, value);
        return new WebUser(json, more, several);
    }

    String login() {
        return attributes.get(WebSettings.USERNAME);
    }

    String id() {
        return attributes.get(WebSettings.USER_ID);
    }

    StoredUser stored() {
        return new StoredUser(login(), id());
    }
}
