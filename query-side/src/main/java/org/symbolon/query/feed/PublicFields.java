package org.symbolon.query.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which fields of events are told to others, and how: the one place that says it. What is not named is not told, so that a field that
 * somebody adds stays inside until it is named.
 *
 * @param fields how each is told, by its name
 */
public record PublicFields(Map<String, Field> fields) {

    private static final Pattern TOKEN = Pattern.compile("(-?)(\\w+)([#~(]?)|(\\))");
    private static final Map<String, PublicFields> OF_EVENTS = read();
    private static final PublicFields NONE = new PublicFields(Map.of());

    /** How a field is told. */
    public enum Manner {
        WHOLE,
        /** Only the keys of what it holds. */
        KEYS,
        /** Only something by which the same value is known again. */
        DIGEST,
        /** Of what is in it, some. */
        PARTS,
        WITHHELD
    }

    /**
     * How a field is told.
     *
     * @param parts of it that are told, where it is told in parts
     */
    public record Field(Manner manner, Optional<PublicFields> parts) {}

    /** Those of an event; none where nobody has said anything about it. */
    public static PublicFields of(String event) {
        return OF_EVENTS.getOrDefault(event, NONE);
    }

    /** All that is said, by the names of events. */
    public static Map<String, PublicFields> all() {
        return OF_EVENTS;
    }

    private static Map<String, PublicFields> read() {
        Map<String, PublicFields> events = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PublicFields.class.getResourceAsStream("public-facts.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String name = line.substring(0, line.indexOf(' '));
                    events.put(name, parse(TOKEN.matcher(line.substring(name.length()))));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(events);
    }

    /** Up to the end, or to the bracket that closes. */
    private static PublicFields parse(Matcher tokens) {
        Map<String, Field> fields = new HashMap<>();
        while (tokens.find() && tokens.group(4) == null) {
            boolean withheld = !tokens.group(1).isEmpty();
            String name = tokens.group(2);
            String sign = tokens.group(3);
            fields.put(name, withheld ? new Field(Manner.WITHHELD, Optional.empty()) : field(sign, tokens));
        }
        return new PublicFields(Map.copyOf(fields));
    }

    private static Field field(String sign, Matcher tokens) {
        return switch (sign) {
            case "#" -> new Field(Manner.KEYS, Optional.empty());
            case "~" -> new Field(Manner.DIGEST, Optional.empty());
            case "(" -> new Field(Manner.PARTS, Optional.of(parse(tokens)));
            default -> new Field(Manner.WHOLE, Optional.empty());
        };
    }
}
