package org.symbolon.api.kernel.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Upload;
import org.symbolon.api.kernel.WireText;

/**
 * Collects parameters from the strongest source to the weakest, so that whatever is there already wins; within one
 * source the same rule makes the first value of a repeated name count.
 */
final class ParameterMerge {

    private static final int MOST = 1000;

    /** What people type. What devices answer, the same programs encode once, and it may hold plus signs. */
    private static final Set<String> TYPED = Set.of("user", "username", "pass", "password", "pin", "description");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private final boolean decodesAgain;
    private final boolean encodesFormsTwice;
    private int count;

    ParameterMerge(String userAgent) {
        this.decodesAgain = UserAgents.decodesAgain(userAgent);
        this.encodesFormsTwice = UserAgents.encodesFormsTwice(userAgent);
    }

    void variables(Map<String, String> variables) {
        variables.forEach(this::addText);
    }

    /** The top level of a JSON body, whose values are never decoded again. */
    void json(Map<?, ?> object) {
        object.forEach((name, value) -> add(WireText.checked((String) name), value));
    }

    /** Pairs joined by ampersands, one character per byte. */
    void query(String encoded) {
        pairs(encoded, this::addText);
    }

    /** The same as a body, of which some programs have encoded the values as a form once before. */
    void form(String encoded) {
        pairs(encoded, encodesFormsTwice ? this::addFormText : this::addText);
    }

    private static void pairs(String encoded, BiConsumer<String, String> to) {
        int start = 0;
        while (start < encoded.length()) {
            int ampersand = encoded.indexOf('&', start);
            int end = ampersand < 0 ? encoded.length() : ampersand;
            if (end > start) {
                pair(encoded.substring(start, end), to);
            }
            start = end + 1;
        }
    }

    private static void pair(String encoded, BiConsumer<String, String> to) {
        int equals = encoded.indexOf('=');
        String name = equals < 0 ? encoded : encoded.substring(0, equals);
        String value = equals < 0 ? "" : encoded.substring(equals + 1);
        to.accept(PercentText.decodeForm(name), PercentText.decodeForm(value));
    }

    private void addFormText(String name, String value) {
        addText(name, TYPED.contains(name) ? value.replace('+', ' ') : value);
    }

    void addText(String name, String value) {
        add(name, decodesAgain ? PercentText.decodeAgain(value) : value);
    }

    void addUpload(String name, Upload upload) {
        countOne();
        uploads.putIfAbsent(name, upload);
    }

    private void add(String name, Object value) {
        countOne();
        if (!values.containsKey(name)) {
            values.put(name, value);
        }
    }

    private void countOne() {
        count++;
        if (count > MOST) {
            throw ApiException.parameter("The request has too many parameters.");
        }
    }

    Parameters merged() {
        return new Parameters(values, uploads);
    }
}
