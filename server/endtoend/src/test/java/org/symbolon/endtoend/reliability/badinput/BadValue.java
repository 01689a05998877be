package org.symbolon.endtoend.reliability.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.symbolon.endtoend.harness.WireRequest;

/**
 * Something that a client should not send as the value of a parameter, or only where it makes sense.
 *
 * @param text how it stands in a JSON body, or else in a query, a form or a path
 * @param neverFits whether no parameter of any route may take it
 */
record BadValue(Kind kind, String name, String text, boolean inJson, boolean neverFits) {

    private static final int MOST_IN_A_REQUEST_LINE = 20_000;

    /** Values of one kind are mishandled by the same mistakes. */
    enum Kind {
        /** Characters that are none, or that no database takes. */
        UNREADABLE,
        NOTHING,
        LONG,
        NUMBER,
        /** Text that means something elsewhere: to SQL, to templates, to the file system. */
        TEXT,
        /** What only a JSON body can hold. */
        JSON
    }

    static List<BadValue> of(Kind kind) {
        return switch (kind) {
            case UNREADABLE -> unreadable();
            case NOTHING -> texts(kind, "", " \t ");
            case LONG -> tooLong();
            case NUMBER -> numbers();
            case TEXT -> texts();
            case JSON -> json();
        };
    }

    private static List<BadValue> unreadable() {
        return List.of(
                encoded("NUL", "a%00b", true),
                quoted("NUL", "\"a\\u0000b\""),
                encoded("a byte that is no UTF-8", "%ff", true),
                quoted("half a surrogate", "\"\\ud800\""),
                encoded("half a surrogate", "%ed%a0%80", true),
                quoted("halves in the wrong order", "\"\\udc00\\ud800\""),
                encoded("NUL behind a second decoding", "a%2500b", true),
                quoted("NUL in a list", "[\"\\u0000\"]"),
                encoded("a broken UTF-8 sequence", "%c3%28", true),
                quoted("NUL in a key", "{\"\\u0000\": 1}"),
                encoded("no UTF-8 behind a second decoding", "%25ff", false));
    }

    private static BadValue encoded(String name, String text, boolean neverFits) {
        return new BadValue(Kind.UNREADABLE, name, text, false, neverFits);
    }

    private static BadValue quoted(String name, String json) {
        return new BadValue(Kind.UNREADABLE, name, json, true, true);
    }

    private static List<BadValue> tooLong() {
        String name = "tens of thousands of characters";
        List<BadValue> values = new ArrayList<>();
        values.add(new BadValue(Kind.LONG, name, "y".repeat(MOST_IN_A_REQUEST_LINE), false, false));
        values.add(new BadValue(Kind.LONG, name, "\"" + "y".repeat(70_000) + "\"", true, false));
        values.addAll(both(Kind.LONG, "300 characters", "x".repeat(300)));
        values.addAll(both(Kind.LONG, "as long as a name may be", "x".repeat(255)));
        return values;
    }

    private static List<BadValue> numbers() {
        return texts(
                Kind.NUMBER,
                "-1",
                "99999999999999999999999999",
                "+999999999-12-31T23:59Z",
                "999999999y",
                "0",
                "1.5",
                "1e400",
                "NaN",
                "2147483647",
                "2147483648",
                "-2147483648",
                "999999999");
    }

    private static List<BadValue> texts() {
        return texts(
                Kind.TEXT,
                "'\";--) or 1=1; drop table rm.token; /*",
                "nosuch",
                "%_\\%",
                "\u0001\u0007\u001b[31m\r\nX: y\t\u007f\u0085\u2028",
                "%",
                "*a*",
                "\ud83d\ude00\u202e\ufeff\u0130\u00df\u0301",
                "${jndi:ldap://x/y} %s %n {serial} {} <u> $1 \\1",
                "users,users,realm1,realm1",
                "../../../etc/passwd",
                "@\\@realm1\\");
    }

    private static List<BadValue> json() {
        return List.of(
                        "{\"a\": {\"b\": [1]}}",
                        "null",
                        "1" + "0".repeat(400),
                        "true",
                        "[\"a\"]",
                        "0",
                        "1.5",
                        "1e400",
                        "-1e-400",
                        "2147483647",
                        "false",
                        "[]",
                        "[null]",
                        "[[1, {}]]",
                        "{}",
                        "{\"\": null}")
                .stream()
                .map(value -> new BadValue(Kind.JSON, shown(value), value, true, false))
                .toList();
    }

    private static List<BadValue> texts(Kind kind, String... texts) {
        List<BadValue> values = new ArrayList<>();
        for (String text : texts) {
            values.addAll(both(kind, shown(text), text));
        }
        return values;
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private static List<BadValue> both(Kind kind, String name, String text) {
        return List.of(
                new BadValue(kind, name, WireRequest.encoded(text), false, false),
                new BadValue(kind, name, WireRequest.quoted(text), true, false));
    }

    /** Whether it must be refused as malformed. What a file holds is decoded once at most. */
    boolean neverFits(boolean inFile) {
        return neverFits && !(inFile && !inJson && text.contains("%25"));
    }

    @Override
    public String toString() {
        return "\"" + name + "\" (" + kind.name().toLowerCase(Locale.ROOT) + (inJson ? " in JSON)" : ")");
    }
}
