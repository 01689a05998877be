package org.symbolon.connectors.parameters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.symbolon.events.shared.Secret;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The entries of a resolver's configuration, read as what they stand for. Whatever cannot be read is an {@link
 * IllegalArgumentException} that names the entry and never says what stands in it.
 */
public final class StoreParameters {

    private static final Set<String> TRUE = Set.of("1", "True", "true", "TRUE");

    private final Map<String, String> given;

    public StoreParameters(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Why what was given cannot be read; empty if it can. Whatever is missing is taken for sound: it may have been saved before.
     *
     * @param sound a value of each entry that must be there
     */
    public static Optional<String> objection(
            Map<String, String> sound, Map<String, String> given, Consumer<StoreParameters> reading) {
        Map<String, String> completed = new HashMap<>(sound);
        completed.putAll(given);
        try {
            reading.accept(new StoreParameters(completed));
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    /** The text, without the blanks around it; the other where there is none. */
    public String text(String key, String otherwise) {
        String text = given.getOrDefault(key, "").strip();
        return text.isEmpty() ? otherwise : text;
    }

    /** A secret, blanks and all. */
    public Secret secret(String key) {
        return Secret.of(given.getOrDefault(key, ""));
    }

    public String required(String key) {
        String text = text(key, "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    public boolean flag(String key) {
        return TRUE.contains(text(key, ""));
    }

    public int number(String key, int otherwise, int least, int most) {
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
        return new IllegalArgumentException("%s is no number from %d to %d".formatted(key, least, most));
    }

    /** What is separated by commas. */
    public List<String> list(String key) {
        return Arrays.stream(text(key, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** What is written in JSON or YAML as a map of texts. */
    public Map<String, String> map(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (read(key, "{}") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> texts.put(text(key, name), text(key, value)));
            return texts;
        }
        throw new IllegalArgumentException(key + " is no map in JSON or YAML");
    }

    /** What is written in JSON or YAML as a list of texts. */
    public List<String> texts(String key, String otherwise) {
        if (read(key, otherwise) instanceof List<?> list) {
            return list.stream().map(value -> text(key, value)).toList();
        }
        throw new IllegalArgumentException(key + " is no list in JSON or YAML");
    }

    private Object read(String key, String otherwise) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(key, otherwise));
        } catch (YAMLException malformed) {
            throw new IllegalArgumentException(key + " is neither JSON nor YAML");
        }
    }

    private static String text(String key, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException(key + " holds something else than texts");
    }
}
