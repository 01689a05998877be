package org.symbolon.connectors.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** An option in {@code conParams}, and what becomes of it with the driver. Malformed values are an {@link IllegalArgumentException}. */
@FunctionalInterface
interface SqlOption {

    Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._,:@/+=-]{0,300}");

    /** One that means nothing here: texts are always Unicode, and how long anybody waits is said elsewhere. */
    SqlOption NEEDLESS = (value, properties) -> {};

    void apply(String value, Properties properties);

    /** A text, under this name. */
    static SqlOption text(String property) {
        return (value, properties) -> {
            if (!PLAIN.matcher(value).matches()) {
                throw new IllegalArgumentException("has characters that are not allowed");
            }
            properties.setProperty(property, value);
        };
    }

    /** One of these words, whatever the case of their letters, as what the driver calls it. */
    static SqlOption word(String property, Map<String, String> words) {
        return (value, properties) -> {
            String word = words.get(value.toLowerCase(Locale.ROOT));
            if (word == null) {
                throw new IllegalArgumentException("is none of "
                        + String.join(", ", words.keySet().stream().sorted().toList()));
            }
            properties.setProperty(property, word);
        };
    }

    /** Yes or no. */
    static SqlOption flag(String property) {
        return word(
                property,
                Map.of("yes", "true", "no", "false", "true", "true", "false", "false", "1", "true", "0", "false"));
    }
}
