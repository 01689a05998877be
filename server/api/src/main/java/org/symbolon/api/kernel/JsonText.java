package org.symbolon.api.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that a client sent into plain Java types and writes it again, with the parser's bounds on depth and length of numbers. */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonText() {}

    /** Empty if it is not JSON, or is the JSON null. Texts in it that {@link WireText} forbids are refused. */
    public static Optional<Object> parse(String text) {
        Object value = read(text);
        if (text.contains("\\u")) {
            check(value);
        }
        return Optional.ofNullable(value);
    }

    /** A value that was read, as text again. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static Object read(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JacksonException malformed) {
            return null;
        }
    }

    /** Only an escape can bring in what the decoding of the body has not refused already. */
    private static void check(Object value) {
        if (value instanceof String text) {
            WireText.checked(text);
        }
        if (value instanceof List<?> list) {
            list.forEach(JsonText::check);
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, content) -> {
                check(key);
                check(content);
            });
        }
    }
}
