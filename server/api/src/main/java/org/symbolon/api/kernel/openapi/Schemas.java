package org.symbolon.api.kernel.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.api.kernel.Shape;

/** Turns shapes into JSON schemas (draft 2020-12, which OpenAPI 3.1 uses). */
final class Schemas {

    private static final String TYPE = "type";

    private Schemas() {}

    static Map<String, Object> of(Shape shape) {
        Map<String, Object> schema = new LinkedHashMap<>(typeOf(shape));
        if (shape.isNullable() && schema.get(TYPE) instanceof String type) {
            schema.put(TYPE, List.of(type, "null"));
        }
        if (!shape.about().isEmpty()) {
            schema.put("description", shape.about());
        }
        if (!shape.choices().isEmpty()) {
            schema.put("enum", shape.choices());
        }
        if (shape.preset() != null) {
            schema.put("default", shape.preset());
        }
        return schema;
    }

    private static Map<String, Object> typeOf(Shape shape) {
        return switch (shape.kind()) {
            case TEXT -> Map.of(TYPE, "string");
            case SECRET -> formatted("password");
            case TIME -> formatted("date-time");
            case FILE -> ordered(TYPE, "string", "contentMediaType", "application/octet-stream");
            case NUMBER -> Map.of(TYPE, "integer");
            case DECIMAL -> Map.of(TYPE, "number");
            case FLAG -> Map.of(TYPE, "boolean");
            case LIST -> ordered(TYPE, "array", "items", of(shape.element()));
            case OBJECT -> object(shape);
            case ANYTHING -> Map.of();
        };
    }

    private static Map<String, Object> formatted(String format) {
        return ordered(TYPE, "string", "format", format);
    }

    private static Map<String, Object> object(Shape shape) {
        if (shape.element() == null) {
            return object(shape.fields());
        }
        Map<String, Object> schema = shape.fields().isEmpty() ? new LinkedHashMap<>() : object(shape.fields());
        schema.put(TYPE, "object");
        schema.put("additionalProperties", of(shape.element()));
        return schema;
    }

    /** An object with these fields; those that must be there are named. */
    static Map<String, Object> object(Map<String, Shape> fields) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        fields.forEach((name, field) -> {
            properties.put(name, of(field));
            if (field.isRequired()) {
                required.add(name);
            }
        });
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
