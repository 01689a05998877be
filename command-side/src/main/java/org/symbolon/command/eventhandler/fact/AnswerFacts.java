package org.symbolon.command.eventhandler.fact;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The answer to a request as handlers see it: the JSON of the wire, empty before there is one, and made when somebody looks at it. It shows
 * nothing of it: answers hold seeds and PINs. Belongs to one thread.
 */
public final class AnswerFacts {

    /** There is none yet, or it is no JSON. */
    public static final AnswerFacts NONE = new AnswerFacts(Map.of());

    private final Supplier<Map<String, ?>> making;
    private Map<String, ?> json;

    public AnswerFacts(Map<String, ?> json) {
        this(() -> json);
    }

    public AnswerFacts(Supplier<Map<String, ?>> making) {
        this.making = making;
    }

    private Map<String, ?> json() {
        if (json == null) {
            json = making.get();
        }
        return json;
    }

    /** What lies at the end of the path, as it is; empty if nothing does. */
    public Optional<Object> at(String... path) {
        Object found = json();
        for (String part : path) {
            found = found instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return Optional.ofNullable(found);
    }

    /** The same as a text, empty where it is none. */
    public String text(String... path) {
        return at(path).filter(found -> !(found instanceof Map<?, ?>))
                .map(AnswerFacts::printed)
                .orElse("");
    }

    private static String printed(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value.toString();
    }

    public boolean isEmpty() {
        return json().isEmpty();
    }

    @Override
    public String toString() {
        return "AnswerFacts" + json().keySet();
    }
}
