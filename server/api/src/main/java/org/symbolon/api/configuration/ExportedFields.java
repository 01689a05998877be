package org.symbolon.api.configuration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;

/** What of a thing is written to a file: whatever is not as with a new one. */
final class ExportedFields {

    private ExportedFields() {}

    /**
     * The fields.
     *
     * @param openSecrets whether secrets are opened; otherwise a text stands for each
     */
    static Map<String, Object> of(ConfigurationKind kind, ConfiguredItem item, boolean openSecrets) {
        Map<String, Object> fields = new LinkedHashMap<>();
        kind.shape().fields().forEach((name, shape) -> {
            Object value = item.fields().get(name);
            if (value != null && (shape.isRequired() || !isPreset(value, shape))) {
                fields.put(name, written(value, openSecrets));
            }
        });
        return fields;
    }

    /** Whether it is what a new thing says anyhow. */
    static boolean isPreset(Object value, Shape shape) {
        if (shape.preset() != null) {
            return value.equals(shape.preset());
        }
        return Fields.isNothing(value) || (value.equals(false) && shape.kind() == Shape.Kind.FLAG);
    }

    private static Object written(Object value, boolean openSecrets) {
        if (value instanceof SealedValue kept) {
            return openSecrets ? kept.open() : Censored.TEXT;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> written = map instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
            map.forEach((key, entry) -> written.put(key.toString(), written(entry, openSecrets)));
            return written;
        }
        return value;
    }
}
