package org.symbolon.connectors.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Texts with names in braces, which are replaced all at once, so that no value is read as a template. Unknown names stay. */
final class Template {

    private static final Pattern TAG = Pattern.compile("\\{([^{}]+)\\}");

    private Template() {}

    static String filled(String template, Map<String, String> values) {
        return filled(template, values, UnaryOperator.identity());
    }

    /** As a part of an address: no value becomes more than a part of its path, or of a parameter. */
    static String filledAndEncoded(String template, Map<String, String> values) {
        return filled(template, values, Template::encoded);
    }

    /** As it stands in an address, slashes included (RFC 3986, 2.1). */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String filled(String template, Map<String, String> values, UnaryOperator<String> written) {
        return TAG.matcher(template).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : written.apply(value));
        });
    }

    /** The same with all texts in it filled, at any depth. */
    static JsonNode filled(JsonNode node, Map<String, String> values) {
        if (node.isString()) {
            return WebParameters.JSON.getNodeFactory().stringNode(filled(node.asString(), values));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode filled = WebParameters.JSON.createObjectNode();
            object.properties().forEach(entry -> filled.set(entry.getKey(), filled(entry.getValue(), values)));
            return filled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = WebParameters.JSON.createArrayNode();
            array.forEach(element -> filled.add(filled(element, values)));
            return filled;
        }
        return node;
    }
}
