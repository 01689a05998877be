package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.shared.Truth;

/** What policies say of the actions that a type has described, by their names; what no policy says is not here. */
public record TypeTerms(Map<String, String> values) {

    public static final TypeTerms NONE = new TypeTerms(Map.of());

    public TypeTerms {
        values = Map.copyOf(values);
    }

    public Optional<String> text(String action) {
        return Optional.ofNullable(values.get(action));
    }

    public boolean flag(String action) {
        return Truth.of(values.get(action));
    }
}
