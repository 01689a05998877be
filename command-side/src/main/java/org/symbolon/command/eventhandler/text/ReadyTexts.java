package org.symbolon.command.eventhandler.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of notifications that come with the server, all in each of its languages. */
public final class ReadyTexts {

    /** Their families. */
    public static final List<String> FAMILIES =
            List.of("token-enrolled", "token-removed", "token-pin-changed", "token-locked", "token-disabled");

    /** The languages of each of them. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final Map<String, String> TEXTS = FAMILIES.stream()
            .flatMap(family -> LANGUAGES.stream().map(language -> family + "." + language))
            .collect(Collectors.toUnmodifiableMap(name -> name, ReadyTexts::read));

    private ReadyTexts() {}

    /** The text of a family and a language with a dot between them. */
    static Optional<String> find(String name) {
        return Optional.ofNullable(TEXTS.get(name));
    }

    /** All there are, as an operator would write them. */
    public static Stream<String> all() {
        return TEXTS.values().stream();
    }

    private static String read(String name) {
        try (InputStream text = ReadyTexts.class.getResourceAsStream(name + ".txt")) {
            if (text == null) {
                throw new IllegalStateException("The text " + name + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
