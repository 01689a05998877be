package org.symbolon.query.definition;

import java.util.Map;
import java.util.Optional;

/**
 * A definition as it is listed.
 *
 * @param columns what it says, by the names of the documented columns without regard to case; of a secret, whether there is one
 * @param entries its configuration where it has one, empty where the value is a secret
 */
public record DefinitionView(
        int number, String name, Map<String, Object> columns, Map<String, Optional<String>> entries) {

    /** What a column with a text says. */
    public String text(String column) {
        return (String) columns.get(column);
    }
}
