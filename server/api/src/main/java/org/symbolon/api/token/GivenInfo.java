package org.symbolon.api.token;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.command.token.KeptEntries;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.policy.enrolment.WrittenInfo;

/** The entries of its info that a request gives to a new token. */
final class GivenInfo {

    private GivenInfo() {}

    /** Those in {@code info}, but for those with empty values. */
    static Map<String, String> of(Parameters parameters) {
        Map<String, String> entries = new HashMap<>();
        if (parameters.filled("info")) {
            InfoTexts.of(parameters.object("info").orElse(Map.of())).forEach((key, value) -> {
                if (value != null && !value.isEmpty() && !value.equals("0") && !value.equals("False")) {
                    entries.put(key, value);
                }
            });
        }
        return entries;
    }

    /**
     * All whose names are the client's: what is in {@code info}; parameters that only look like some of the type, for they become
     * entries, too; and what the type lets people give names to.
     */
    static WrittenInfo written(Parameters parameters, Optional<TokenType> type) {
        Set<String> names = new HashSet<>(of(parameters).keySet());
        type.ifPresent(found -> {
            names.addAll(lookingLike(found, parameters));
            names.addAll(found.namedBy(texts(parameters)));
        });
        return new WrittenInfo(
                names, type.map(TokenType::describe).map(KeptEntries::of).orElse(KeptEntries::isOfAll));
    }

    private static Set<String> lookingLike(TokenType type, Parameters parameters) {
        Set<String> names = new HashSet<>(parameters.names());
        names.removeIf(
                name -> !name.startsWith(type.name() + ".") || type.describe().takes(name));
        return names;
    }

    private static Map<String, String> texts(Parameters parameters) {
        Map<String, String> texts = new HashMap<>();
        for (String name : parameters.names()) {
            parameters.written(name).ifPresent(text -> texts.put(name, text));
        }
        return texts;
    }
}
