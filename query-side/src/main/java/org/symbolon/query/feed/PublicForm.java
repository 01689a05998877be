package org.symbolon.query.feed;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.symbolon.query.feed.PublicFields.Field;

/** Makes of a record what others are told of it: texts, numbers, truth values, lists and maps of these. */
final class PublicForm {

    private static final int DIGEST_BYTES = 8;

    private PublicForm() {}

    static Map<String, Object> of(Object told, PublicFields fields) {
        Map<String, Object> form = new LinkedHashMap<>();
        for (RecordComponent component : told.getClass().getRecordComponents()) {
            Field field = fields.fields().get(component.getName());
            if (field != null) {
                value(field, valueOf(component, told)).ifPresent(value -> form.put(component.getName(), value));
            }
        }
        return form;
    }

    private static Object valueOf(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Object> value(Field field, Object value) {
        if (value == null) {
            return Optional.empty();
        }
        return switch (field.manner()) {
            case WITHHELD -> Optional.empty();
            case WHOLE -> whole(value);
            case DIGEST -> Optional.of(digest(value.toString()));
            case KEYS -> Optional.of(keys(value));
            case PARTS -> Optional.of(parts(value, field.parts().orElseThrow()));
        };
    }

    /** What is neither plain nor a list of what is plain is not told. */
    private static Optional<Object> whole(Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Number) {
            return Optional.of(value);
        }
        if (value instanceof Instant || value instanceof Duration || value instanceof LocalDate) {
            return Optional.of(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        }
        if (value instanceof Collection<?> values) {
            return Optional.of(values.stream()
                    .filter(Objects::nonNull)
                    .map(PublicForm::whole)
                    .flatMap(Optional::stream)
                    .toList());
        }
        return Optional.empty();
    }

    private static List<String> keys(Object value) {
        return value instanceof Map<?, ?> map
                ? List.copyOf(
                        map.keySet().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)))
                : List.of();
    }

    private static Object parts(Object value, PublicFields fields) {
        return value instanceof Collection<?> values
                ? values.stream().map(one -> of(one, fields)).toList()
                : of(value, fields);
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
