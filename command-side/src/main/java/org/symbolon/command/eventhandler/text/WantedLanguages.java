package org.symbolon.command.eventhandler.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which languages somebody reads, as his attributes say it: {@code de}, {@code de-AT, en;q=0.5} as LDAP's preferredLanguage has it
 * (RFC 2798), or {@code de_DE.UTF-8}.
 */
public final class WantedLanguages {

    private static final Pattern LOCALE = Pattern.compile("([A-Za-z]{2,3})(?:_([A-Za-z]{2,4}))?(?:[.@].*)?");
    private static final int LONGEST = 200;

    private WantedLanguages() {}

    /** The languages, the dearest first and each exact one before its general one; none where nothing is said, or nothing sound. */
    public static List<String> of(Map<String, String> attributes, List<String> keys) {
        Set<String> languages = new LinkedHashSet<>();
        keys.stream()
                .flatMap(key -> valueOf(attributes, key).stream())
                .findFirst()
                .ifPresent(value -> read(value, languages));
        return new ArrayList<>(languages);
    }

    /** Stores spell the names of attributes as they like. */
    private static Optional<String> valueOf(Map<String, String> attributes, String key) {
        return attributes.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(entry -> entry.getValue().strip())
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .findFirst();
    }

    /** Adds the languages that a text names. */
    static void read(String text, Set<String> languages) {
        Matcher locale = LOCALE.matcher(text);
        String ranges =
                !locale.matches() ? text : locale.group(1) + (locale.group(2) == null ? "" : "-" + locale.group(2));
        try {
            Locale.LanguageRange.parse(ranges).forEach(range -> add(range.getRange(), languages));
        } catch (IllegalArgumentException none) {
            // somebody has written something else there
        }
    }

    private static void add(String range, Set<String> languages) {
        if (range.contains("*")) {
            return;
        }
        languages.add(range);
        for (int end = range.lastIndexOf('-'); end > 0; end = range.lastIndexOf('-', end - 1)) {
            languages.add(range.substring(0, end));
        }
    }
}
