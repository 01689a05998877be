package org.symbolon.api.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The forms that parts of things have on the wire, where these are not those of our records. */
final class Forms {

    private static final String NAME = "name";

    private Forms() {}

    /** A policy's actions by their names; the bare name of one is answered as true. */
    static Object actions(Object actions) {
        Map<String, Object> byName = new LinkedHashMap<>();
        each(actions)
                .forEach(action ->
                        byName.put(action.get(NAME).toString(), Objects.requireNonNullElse(action.get("value"), true)));
        return byName;
    }

    /** A policy's conditions, each as a list of its parts. */
    static Object conditions(Object conditions) {
        return each(conditions).stream()
                .map(condition -> new ArrayList<>(condition.values()))
                .toList();
    }

    /** The resolvers in a realm. */
    static Object members(Object members) {
        return each(members).stream()
                .map(member -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put(NAME, member.get("resolver"));
                    json.put("priority", member.get("priority"));
                    return json;
                })
                .toList();
    }

    /** One of a few words, as it is sent. */
    static Object word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }

    /** Whom a token belongs to. */
    static Object owner(Object owner) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<?, ?> known = (Map<?, ?>) owner;
        json.put("resolver", known.get("resolver"));
        json.put("user_id", known.get("userId"));
        json.put("realm", known.get("realm"));
        return json;
    }

    private static List<Map<?, ?>> each(Object list) {
        List<Map<?, ?>> members = new ArrayList<>();
        ((List<?>) list).forEach(member -> members.add((Map<?, ?>) member));
        return members;
    }
}
