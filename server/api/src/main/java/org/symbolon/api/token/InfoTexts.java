package org.symbolon.api.token;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.api.kernel.ApiException;

/** Turns a JSON object into entries of a token's info, whose values are texts; a null stays one. */
final class InfoTexts {

    private InfoTexts() {}

    static Map<String, String> of(Map<String, Object> object) {
        Map<String, String> texts = new HashMap<>();
        object.forEach((key, value) -> texts.put(key, text(key, value)));
        return texts;
    }

    private static String text(String key, Object value) {
        if (value == null || value instanceof String || value instanceof Number) {
            return value == null ? null : value.toString();
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        throw ApiException.parameter("The value of '" + key + "' must be a text");
    }
}
