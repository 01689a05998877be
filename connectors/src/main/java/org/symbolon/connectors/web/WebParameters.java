package org.symbolon.connectors.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.symbolon.events.shared.Secret;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entries of a resolver's configuration, read as what they stand for, over those that its type presets. Whatever cannot be read is an
 * {@link IllegalArgumentException} that names the entry and never says what stands in it.
 */
final class WebParameters {

    static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> TRUE = Set.of("1", "True", "true", "TRUE");
    private static final Set<String> FALSE = Set.of("0", "False", "false", "FALSE");

    private final Map<String, String> given;
    private final ObjectNode presets;

    WebParameters(Map<String, String> given, ObjectNode presets) {
        this.given = given;
        this.presets = presets;
    }

    /** The same with another text. */
    WebParameters with(String key, String text) {
        Map<String, String> all = new HashMap<>(given);
        all.put(key, text);
        return new WebParameters(all, presets);
    }

    boolean has(String key) {
        return !text(key, "").isEmpty();
    }

    /** The text, without the blanks around it; what is preset where there is none, and the other where nothing is. */
    String text(String key, String otherwise) {
        String text = given.getOrDefault(key, "").strip();
        if (!text.isEmpty()) {
            return text;
        }
        JsonNode preset = presets.path(key);
        return preset.isMissingNode() ? otherwise : text(preset);
    }

    /** A secret, blanks and all. */
    Secret secret(String key) {
        return Secret.of(given.getOrDefault(key, ""));
    }

    String required(String key) {
        String text = text(key, "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    boolean flag(String key, boolean otherwise) {
        String text = text(key, "");
        if (TRUE.contains(text)) {
            return true;
        }
        return !FALSE.contains(text) && otherwise;
    }

    int number(String key, int otherwise, int least, int most) {
        String text = text(key, "" + otherwise);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw notBetween(key, least, most);
        }
        throw notBetween(key, least, most);
    }

    private static IllegalArgumentException notBetween(String key, int least, int most) {
        return new IllegalArgumentException(
                "Invalid value for '%s': it is no number from %d to %d".formatted(key, least, most));
    }

    /** An object: what is given of it over what is preset; an empty one that is given stands for none. */
    ObjectNode object(String key) {
        ObjectNode preset = presets.path(key) instanceof ObjectNode known ? known.deepCopy() : JSON.createObjectNode();
        String text = given.getOrDefault(key, "").strip();
        if (text.isEmpty()) {
            return preset;
        }
        ObjectNode own = object(key, text);
        return own.isEmpty() ? own : preset.setAll(own);
    }

    /** An object that is written as JSON. */
    static ObjectNode object(String key, String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(key + " is no object in JSON");
        }
        throw new IllegalArgumentException(key + " is no object in JSON");
    }

    /** An object that is written as JSON or as YAML. */
    ObjectNode objectInYaml(String key) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(required(key));
            if (JSON.valueToTree(read) instanceof ObjectNode object) {
                return object;
            }
        } catch (YAMLException | JacksonException malformed) {
            throw new IllegalArgumentException(key + " is no map in JSON or YAML");
        }
        throw new IllegalArgumentException(key + " is no map in JSON or YAML");
    }

    /** Texts by names, as an object has them; texts that hold such an object are read, too. */
    static Map<String, String> texts(String key, JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        nested(key, node).properties().forEach(entry -> {
            if (entry.getValue().isContainer()) {
                throw new IllegalArgumentException(key + " holds something else than texts");
            }
            texts.put(entry.getKey(), text(entry.getValue()));
        });
        return texts;
    }

    /** An object, or a text that holds one; nothing and an empty text are an empty one. */
    static ObjectNode nested(String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (node.isMissingNode() || node.isNull() || text(node).isBlank()) {
            return JSON.createObjectNode();
        }
        return object(key, text(node));
    }

    /** What is written as a form is written: {@code a=b&c=d}. */
    static ObjectNode form(String text) {
        ObjectNode form = JSON.createObjectNode();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isBlank()) {
                form.put(decoded(equals < 0 ? pair : pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** A value as a text, as queries and forms have it. */
    static String text(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        return node.isContainer() ? node.toString() : node.asString();
    }
}
