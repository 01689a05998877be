package org.symbolon.api.eventhandler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.api.kernel.Reply;

/** An answer as the JSON that goes out, which handlers look at and may change. */
final class AnswerJson {

    private static final String RESULT = "result";
    private static final String DETAIL = "detail";

    private final Map<String, Object> json;

    private AnswerJson(Map<String, Object> json) {
        this.json = json;
    }

    /** Empty where the answer is no JSON. */
    static AnswerJson of(Reply reply) {
        if (reply.body() instanceof Reply.Whole whole) {
            return new AnswerJson(copied(whole.json()));
        }
        return new AnswerJson(reply.body() instanceof Reply.Envelope envelope ? json(envelope) : new LinkedHashMap<>());
    }

    private static Map<String, Object> json(Reply.Envelope envelope) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", true);
        result.put("value", copied(envelope.value()));
        envelope.authentication().ifPresent(text -> result.put("authentication", text));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", envelope.id());
        json.put(RESULT, result);
        if (!envelope.detail().isEmpty()) {
            Map<String, Object> detail = copied(envelope.detail());
            detail.put("threadid", Thread.currentThread().getId());
            json.put(DETAIL, detail);
        }
        json.putAll(copied(envelope.more()));
        return json;
    }

    private static Map<String, Object> copied(Map<String, ?> json) {
        Map<String, Object> copy = new LinkedHashMap<>();
        json.forEach((key, value) -> copy.put(key, copied(value)));
        return copy;
    }

    private static Object copied(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(String.valueOf(key), copied(inner)));
        return copy;
    }

    Map<String, Object> json() {
        return json;
    }

    /** Sets what lies at the end of the path, or removes it; answers whether there was anything to remove. */
    boolean change(List<String> path, Optional<Object> value) {
        Map<String, Object> place = json;
        for (String part : path.subList(0, path.size() - 1)) {
            Object inner = place.get(part);
            if (!(inner instanceof Map<?, ?>)) {
                if (value.isEmpty()) {
                    return false;
                }
                inner = new LinkedHashMap<String, Object>();
                place.put(part, inner);
            }
            place = object(inner);
        }
        String last = path.get(path.size() - 1);
        if (value.isEmpty()) {
            return place.remove(last) != null;
        }
        place.put(last, value.get());
        return true;
    }

    @SuppressWarnings("unchecked") // all objects in it are copies that were made here
    private static Map<String, Object> object(Object inner) {
        return (Map<String, Object>) inner;
    }

    /** Shows nothing of it: answers hold seeds and PINs. */
    @Override
    public String toString() {
        return "AnswerJson" + json.keySet();
    }
}
