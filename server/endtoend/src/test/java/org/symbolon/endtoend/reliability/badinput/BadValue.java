package org.symbolon.endtoend.reliability.badinput;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.endtoend.harness.WireRequest;

/**
 * Something that a client should not send as the value of a parameter, or only where it makes sense.
 *
 * @param encoded how it stands in a query, a form or a path; null where only a JSON body can hold it
 * @param json how it stands in a JSON body; null where only the other places can hold it
 * @param neverFits whether no parameter of any route may take it
 */
record BadValue(String name, String encoded, String json, boolean neverFits) {

    private static final int MOST_IN_A_REQUEST_LINE = 20_000;

    static List<BadValue> all() {
        List<BadValue> values = new ArrayList<>();
        values.add(text("empty", ""));
        values.add(new BadValue(
                "tens of thousands of characters",
                "y".repeat(MOST_IN_A_REQUEST_LINE),
                "\"" + "y".repeat(70_000) + "\"",
                false));
        values.add(new BadValue("NUL", "a%00b", "\"a\\u0000b\"", true));
        values.add(new BadValue("a byte that is no UTF-8", "%ff", null, true));
        values.add(new BadValue("half a surrogate", "%ed%a0%80", "\"\\ud800\"", true));
        values.add(text("quotes and SQL", "'\";--) or 1=1; drop table rm.token; /*"));
        values.add(text("a name that nobody has", "nosuch"));
        for (String value : List.of("{\"a\": {\"b\": [1]}}", "null")) {
            values.add(json(value));
        }
        values.add(text("blank", " \t "));
        values.add(text("300 characters", "x".repeat(300)));
        values.add(text("wildcards of LIKE", "%_\\%"));
        values.add(text("control characters", "\u0001\u0007\u001b[31m\r\nX: y\t\u007f\u0085\u2028"));
        values.add(text("a negative number", "-1"));
        values.add(text("a huge number", "99999999999999999999999999"));
        values.add(text("a year far away", "+999999999-12-31T23:59Z"));
        values.add(text("as long as a name may be", "x".repeat(255)));
        values.add(new BadValue("NUL behind a second decoding", "a%2500b", null, true));
        values.add(new BadValue("a broken UTF-8 sequence", "%c3%28", null, true));
        values.add(new BadValue("halves in the wrong order", null, "\"\\udc00\\ud800\"", true));
        values.add(new BadValue("no UTF-8 behind a second decoding", "%25ff", null, false));
        values.add(text("a percent sign alone", "%"));
        values.add(text("asterisks", "*a*"));
        values.add(text("characters of many bytes", "\ud83d\ude00\u202e\ufeff\u0130\u00df\u0301"));
        values.add(text("places to fill in", "${jndi:ldap://x/y} %s %n {serial} {} <u> $1 \\1"));
        values.add(text("names that come twice", "users,users,realm1,realm1"));
        values.add(text("a path that climbs", "../../../etc/passwd"));
        values.add(text("signs between user and realm", "@\\@realm1\\"));
        values.add(text("a long time", "999999999y"));
        for (String number :
                List.of("0", "1.5", "1e400", "NaN", "2147483647", "2147483648", "-2147483648", "999999999")) {
            values.add(text("the text " + number, number));
        }
        for (String value : List.of(
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
                "{\"\": null}")) {
            values.add(json(value));
        }
        values.add(new BadValue("NUL in a list", null, "[\"\\u0000\"]", true));
        values.add(new BadValue("NUL in a key", null, "{\"\\u0000\": 1}", true));
        return values;
    }

    /** Whether it must be refused as malformed. What a file holds is decoded once at most. */
    boolean neverFits(boolean inFile) {
        return neverFits && !(inFile && encoded != null && encoded.contains("%25"));
    }

    private static BadValue text(String name, String text) {
        return new BadValue(name, WireRequest.encoded(text), null, false);
    }

    private static BadValue json(String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "..." : value;
        return new BadValue("the JSON " + shown, null, value, false);
    }
}
