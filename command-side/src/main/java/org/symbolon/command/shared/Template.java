package org.symbolon.command.shared;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with tags in them that stand for values. What is no tag stays as it is, and a value that looks like a tag is none. */
public final class Template {

    private static final Pattern TAG = Pattern.compile("<(otp|serial)>|\\{([a-z_]+)\\}");

    private Template() {}

    public static String filled(String template, Map<String, String> values) {
        return filled(template, values, UnaryOperator.identity());
    }

    /** The same of a page, on which no value is a part of the page itself. */
    public static String filledPage(String template, Map<String, String> values) {
        return filled(template, values, Template::escaped);
    }

    private static String filled(String template, Map<String, String> values, UnaryOperator<String> written) {
        Matcher tags = TAG.matcher(template);
        return tags.replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            String value = values.get(name);
            return Matcher.quoteReplacement(value == null ? found.group() : written.apply(value));
        });
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
