package org.symbolon.api.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.WireText;
import org.symbolon.command.secret.Censored;
import org.symbolon.events.shared.Secret;

/** Holds what a file says of one thing to the shape of its kind, and fills in what it leaves out. */
final class FieldReader {

    private final ConfigurationKind kind;
    private final GivenItem given;

    FieldReader(ConfigurationKind kind, GivenItem given) {
        this.kind = kind;
        this.given = given;
    }

    /**
     * All fields of the kind, in its order.
     *
     * @throws ConfigurationFault if one is unknown, missing or of another type
     */
    Map<String, Object> read() {
        Map<String, Shape> known = kind.shape().fields();
        checkText("", given.name());
        given.fields().keySet().forEach(field -> checkKnown(field, known.keySet()));
        Map<String, Object> fields = new LinkedHashMap<>();
        known.forEach((field, shape) -> fields.put(field, field(field, shape)));
        fields.forEach((field, value) -> checkSecrets(field, value, fields));
        return fields;
    }

    private void checkKnown(String field, Set<String> known) {
        if (!known.contains(field)) {
            throw given.fault(
                    field,
                    "unknown key '%s' of %s '%s'; there are: %s"
                            .formatted(field, kind.name(), given.name(), String.join(", ", known)));
        }
    }

    private Object field(String field, Shape shape) {
        Object value = given.fields().get(field);
        if (value != null) {
            return typed(field, shape, value);
        }
        if (shape.isRequired()) {
            throw given.fault("%s '%s' lacks the key '%s'".formatted(kind.name(), given.name(), field));
        }
        return shape.preset() == null ? nothing(shape) : shape.preset();
    }

    private static Object nothing(Shape shape) {
        return switch (shape.kind()) {
            case LIST -> List.of();
            case OBJECT -> Map.of();
            case FLAG -> false;
            case TEXT, SECRET, NUMBER, DECIMAL, TIME, FILE, ANYTHING -> "";
        };
    }

    private Object typed(String field, Shape shape, Object value) {
        return switch (shape.kind()) {
            case FLAG -> flag(field, value);
            case NUMBER -> number(field, value);
            case LIST -> list(field, value);
            case OBJECT -> map(field, value);
            case SECRET -> secret(field, value);
            case TEXT, DECIMAL, TIME, FILE -> choice(field, shape, text(field, value));
            case ANYTHING -> checked(field, value);
        };
    }

    private Object flag(String field, Object value) {
        String text = value instanceof Secret secret ? secret.reveal() : value.toString();
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw wrong(field, "true or false");
    }

    private Object number(String field, Object value) {
        if (value instanceof Integer) {
            return value;
        }
        if (value instanceof Secret secret && secret.reveal().matches("-?\\d{1,9}")) {
            return Integer.valueOf(secret.reveal());
        }
        throw wrong(field, "a whole number");
    }

    private Object secret(String field, Object value) {
        Object text = text(field, value);
        if (text instanceof String literal && !literal.isEmpty() && !literal.equals(Censored.TEXT)) {
            throw notHere(field);
        }
        return text;
    }

    /** What stands elsewhere stays marked, so that it is not shown. */
    private Object text(String field, Object value) {
        if (value instanceof Secret secret) {
            checkText(field, secret.reveal());
            return secret;
        }
        if (value instanceof Map || value instanceof List) {
            throw wrong(field, "a text");
        }
        return checkText(field, printed(value));
    }

    /** As the API takes booleans for texts. */
    private static String printed(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value.toString();
    }

    private Object choice(String field, Shape shape, Object text) {
        if (!shape.choices().isEmpty() && !shape.choices().contains(Fields.text(text))) {
            throw wrong(field, "one of " + String.join(", ", shape.choices()));
        }
        return text;
    }

    private List<Object> list(String field, Object value) {
        List<?> elements = value instanceof List<?> list
                ? list
                : Arrays.asList(Fields.text(text(field, value)).split(",", -1));
        List<Object> texts = new ArrayList<>();
        for (Object element : elements) {
            if (element == null) {
                throw wrong(field, "a list of texts");
            }
            String text = Fields.text(text(field, element)).strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private Map<String, Object> map(String field, Object value) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw wrong(field, "a map");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            String name = checkText(field, key.toString());
            if (entry instanceof Map || entry instanceof List) {
                map.put(name, checked(field, entry));
            } else if (entry != null) {
                map.put(name, text(field, entry));
            }
        });
        return map;
    }

    private Object checked(String field, Object value) {
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> {
                checkText(field, key.toString());
                checked(field, entry);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(element -> checked(field, element));
        } else if (value instanceof String text) {
            checkText(field, text);
        }
        return value;
    }

    private String checkText(String field, String text) {
        try {
            return WireText.checked(text);
        } catch (ApiException forbidden) {
            throw given.fault(field, forbidden.getMessage());
        }
    }

    private void checkSecrets(String field, Object value, Map<String, Object> fields) {
        if (!(value instanceof Map<?, ?> map)) {
            return;
        }
        map.forEach((key, entry) -> {
            boolean literal = entry instanceof String text && !text.isEmpty() && !text.equals(Censored.TEXT);
            if (literal && kind.isSecret(field, key.toString(), fields)) {
                throw notHere(field + "." + key);
            }
        });
    }

    private ConfigurationFault notHere(String field) {
        return given.fault(
                field,
                "'%s' of %s '%s' is a secret and must not stand in this file: write {file: PATH} or {env: NAME}, or %s for the one that the server has"
                        .formatted(field, kind.name(), given.name(), Censored.TEXT));
    }

    private ConfigurationFault wrong(String field, String wanted) {
        return given.fault(field, "'%s' of %s '%s' must be %s".formatted(field, kind.name(), given.name(), wanted));
    }
}
