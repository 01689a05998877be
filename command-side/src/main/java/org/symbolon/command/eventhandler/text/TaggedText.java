package org.symbolon.command.eventhandler.text;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.symbolon.command.error.Refusal;

/**
 * A text with tags in braces, as eduMFA's templates have them. A tag is a name and nothing else: what would look into a value, or format it,
 * is refused as an unknown tag is. Two braces stand for one.
 */
public final class TaggedText {

    private final String text;
    private final Function<String, String> values;
    private final UnaryOperator<String> written;
    private final StringBuilder filled = new StringBuilder();
    private int at;

    private TaggedText(String text, Function<String, String> values, UnaryOperator<String> written) {
        this.text = text;
        this.values = values;
        this.written = written;
    }

    /**
     * The text with its tags replaced.
     *
     * @param values what a tag stands for, null where it is none
     * @throws Refusal 905 if there is a tag that stands for nothing, or a brace that belongs to none
     */
    public static String filled(String text, Function<String, String> values) {
        return new TaggedText(text, values, UnaryOperator.identity()).fill();
    }

    /** The same for HTML: no value is a part of the page but one whose name is here. */
    public static String filledPage(String text, Function<String, String> values, String whole) {
        return new TaggedText(text, values, TaggedText::escaped).fill(whole);
    }

    private String fill() {
        return fill("");
    }

    private String fill(String whole) {
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit == '{' || unit == '}') {
                brace(unit, whole);
            } else {
                filled.append(unit);
                at++;
            }
        }
        return filled.toString();
    }

    private void brace(char unit, String whole) {
        if (at + 1 < text.length() && text.charAt(at + 1) == unit) {
            filled.append(unit);
            at += 2;
            return;
        }
        int end = text.indexOf('}', at);
        if (unit == '}' || end < 0) {
            throw Refusal.parameter("A template has a single brace");
        }
        String name = text.substring(at + 1, end);
        String value = values.apply(name);
        if (value == null) {
            throw Refusal.parameter("A template has the unknown tag '" + name + "'");
        }
        filled.append(name.equals(whole) ? value : written.apply(value));
        at = end + 1;
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
