package org.symbolon.query.history;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sees a record as fields with names. */
public final class RecordFields {

    private RecordFields() {}

    /** What an event says: its components, and in the place of a record of its own package that one's. */
    public static Map<String, Object> of(Object event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        each(event).forEach((name, value) -> {
            if (value instanceof Record part
                    && part.getClass().getPackage() == event.getClass().getPackage()) {
                fields.putAll(each(part));
            } else {
                fields.put(name, value);
            }
        });
        return fields;
    }

    /** The components in their order. */
    static Map<String, Object> each(Object object) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : object.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(object));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
