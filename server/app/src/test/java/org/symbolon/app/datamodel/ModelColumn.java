package org.symbolon.app.datamodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column as the documented model, the page or the database has it. Types are PostgreSQL's, in short; an empty default is
 * none.
 */
record ModelColumn(String name, String type, String nullable, String preset, Set<String> keys) {

    private static final String UNIQUE = "unique";

    /** The keys in one cell, separated by semicolons. */
    static Set<String> keys(String cell) {
        Set<String> keys = new TreeSet<>();
        for (String key : cell.split(";", -1)) {
            if (!key.isBlank()) {
                keys.add(key.strip());
            }
        }
        return keys;
    }

    /** What this column of the documented model has that the database's has not, and the other way round. */
    List<String> differencesOf(ModelColumn real, Set<String> leading) {
        List<String> differences = new ArrayList<>();
        if (!type.equals(real.type)) {
            differences.add("type " + type);
        }
        if (!nullable.equals(real.nullable)) {
            differences.add("null " + nullable);
        }
        if (!preset.equals(real.preset)) {
            differences.add("default " + preset);
        }
        keys.stream().filter(key -> !real.has(key, leading)).forEach(key -> differences.add("key " + key));
        real.keys.stream()
                .filter(key -> !key.equals("index") && !knows(key))
                .forEach(key -> differences.add("no " + key));
        return differences;
    }

    private boolean has(String key, Set<String> leading) {
        if (key.equals("index")) {
            return leading.contains(name);
        }
        return key.equals(UNIQUE) ? keys.stream().anyMatch(this::isOfThisAlone) : keys.contains(key);
    }

    private boolean knows(String key) {
        return keys.contains(key) || (keys.contains(UNIQUE) && isOfThisAlone(key));
    }

    private boolean isOfThisAlone(String key) {
        return key.startsWith(UNIQUE + " ") && key.endsWith(" (" + name + ")");
    }
}
