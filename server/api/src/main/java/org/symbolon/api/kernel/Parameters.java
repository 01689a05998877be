package org.symbolon.api.kernel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.symbolon.events.shared.TokenDates;

/**
 * The merged parameters of one request. A value is a text, or whatever a JSON body can hold (number, boolean, list,
 * object, null) as plain Java types; a JSON null counts as absent. What a caller got wrong is refused with code 905.
 * It prints names only, for the values hold PINs.
 */
public final class Parameters {

    private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final Map<String, Object> values;
    private final Map<String, Upload> uploads;

    /** Takes the maps over; they must not change any more, and no key or text may hold what the wire forbids. */
    public Parameters(Map<String, Object> values, Map<String, Upload> uploads) {
        this.values = values;
        this.uploads = uploads;
    }

    public static Parameters none() {
        return new Parameters(new LinkedHashMap<>(), Map.of());
    }

    public static Parameters of(Map<String, ?> values) {
        return new Parameters(new LinkedHashMap<>(values), Map.of());
    }

    /** The same with other texts under these names. */
    public Parameters with(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.putAll(texts);
        return new Parameters(changed, uploads);
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** The value as it was sent, for the few parameters that may be of several types. */
    public Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text, perhaps an empty one; a JSON value of another type is refused. */
    public Optional<String> text(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw ApiException.parameter("Parameter '" + name + "' must be a text");
    }

    /** The text, where an empty one means the same as none. */
    public Optional<String> nonEmptyText(String name) {
        return text(name).filter(text -> !text.isEmpty());
    }

    /** The text, empty if there is none or it is empty; what is no text at all is for somebody else to refuse. */
    public Optional<String> givenText(String name) {
        return value(name)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    /** The value as text where JSON numbers and booleans are welcome too; they read as Python prints them. */
    public Optional<String> printed(String name) {
        return value(name).map(value -> print(name, value));
    }

    /** As {@link #printed}, and a JSON object as its text. */
    public Optional<String> written(String name) {
        return value(name).map(value -> value instanceof Map<?, ?> ? JsonText.write(value) : print(name, value));
    }

    /** The text, which must be there but may be empty. */
    public String required(String name) {
        return text(name).orElseThrow(() -> ApiException.missingParameter(name));
    }

    public String requiredNonEmpty(String name) {
        String text = required(name);
        if (text.isEmpty()) {
            throw ApiException.parameter("Parameter '" + name + "' must not be empty");
        }
        return text;
    }

    /** Whether a flag is set: 1, true, "1", "true", "True" or "TRUE"; everything else is false. */
    public boolean flag(String name) {
        Object value = values.get(name);
        if (value instanceof Number number) {
            return number.doubleValue() == 1;
        }
        return value != null && Set.of("1", "true", "True", "TRUE").contains(value.toString());
    }

    /** Whether there is anything at all but emptiness, zero or false: the rule of the flags that test no more. */
    public boolean filled(String name) {
        Object value = values.get(name);
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return value != null && !Set.<Object>of("", false, List.of(), Map.of()).contains(value);
    }

    public int integer(String name, int absent) {
        return integer(name).orElse(absent);
    }

    public OptionalInt integer(String name) {
        Object value = values.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        try {
            if (value instanceof String text) {
                return OptionalInt.of(Integer.parseInt(text.strip()));
            }
            if (value instanceof Number number) {
                return OptionalInt.of(new BigDecimal(number.toString()).intValueExact());
            }
        } catch (ArithmeticException | NumberFormatException malformed) {
            throw notANumber(name);
        }
        throw notANumber(name);
    }

    /** A place in the stream of events, which no usual number is large enough for. */
    public OptionalLong position(String name) {
        Optional<String> text = printed(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = text.get().strip();
        if (!digits.matches("\\d{1,18}")) {
            throw notANumber(name);
        }
        return OptionalLong.of(Long.parseLong(digits));
    }

    /** The number, null if there is none. */
    public Integer integerOrNull(String name) {
        return has(name) ? Integer.valueOf(integer(name, 0)) : null;
    }

    /** Whether the flag is set, null if it is not there. */
    public Boolean flagOrNull(String name) {
        return has(name) ? Boolean.valueOf(flag(name)) : null;
    }

    /** A moment of a year with four digits, as people and programs write it; an empty text means the same as none. */
    public Optional<Instant> moment(String name) {
        return nonEmptyText(name).map(text -> TokenDates.parse(text)
                .filter(moment -> !moment.isBefore(FIRST_MOMENT) && !moment.isAfter(LAST_MOMENT))
                .orElseThrow(() ->
                        ApiException.parameter("Parameter '" + name + "' must be a time as in 2026-11-24T12:34:00Z")));
    }

    /** How many elements a page is to have; 0 leaves that to the server, for whoever wants to know the count alone. */
    public int pageSize(String name, int usual) {
        int size = integer(name, usual);
        if (size < 0) {
            throw ApiException.parameter("Parameter '" + name + "' must be at least 0");
        }
        return size == 0 ? usual : size;
    }

    /** The elements of a JSON list or of a comma-separated text, without blanks around them and without empty ones. */
    public List<String> list(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        List<?> elements = value instanceof List<?> list
                ? list
                : List.of(print(name, value).split(",", -1));
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            String text = print(name, element).strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A JSON object, already one or as a text that holds one. */
    @SuppressWarnings("unchecked") // keys of JSON objects are always texts
    public Optional<Map<String, Object>> object(String name) {
        Object value =
                values.get(name) instanceof String text ? JsonText.parse(text).orElse(text) : values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of((Map<String, Object>) map);
        }
        throw ApiException.parameter("Parameter '" + name + "' must be an object");
    }

    public Upload requiredUpload(String name) {
        return Optional.ofNullable(uploads.get(name)).orElseThrow(() -> ApiException.missingUpload(name));
    }

    /** All files, by the names of their parameters. */
    public Map<String, Upload> uploads() {
        return Collections.unmodifiableMap(uploads);
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Everything, as a view that cannot be changed; for those who pass all parameters on. */
    public Map<String, Object> all() {
        return Collections.unmodifiableMap(values);
    }

    private static String print(String name, Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw ApiException.parameter("Parameter '" + name + "' must be a text");
    }

    private static ApiException notANumber(String name) {
        return ApiException.parameter("Parameter '" + name + "' must be a number");
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet() + uploads.keySet();
    }
}
