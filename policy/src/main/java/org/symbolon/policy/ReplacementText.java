package org.symbolon.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what policies put in the place of a match, in which {@code \1} and {@code \g<name>} stand for groups, into Java's form. */
final class ReplacementText {

    private static final Pattern GROUP = Pattern.compile("\\\\(?:(\\d{1,2})|g<(\\w+)>|(.))", Pattern.DOTALL);

    private ReplacementText() {}

    static String inJava(String replacement) {
        StringBuilder java = new StringBuilder();
        Matcher matcher = GROUP.matcher(replacement);
        int end = 0;
        while (matcher.find()) {
            java.append(Matcher.quoteReplacement(replacement.substring(end, matcher.start())));
            java.append(reference(matcher));
            end = matcher.end();
        }
        return java.append(Matcher.quoteReplacement(replacement.substring(end))).toString();
    }

    private static String reference(Matcher matcher) {
        if (matcher.group(1) != null) {
            return "$" + Integer.parseInt(matcher.group(1));
        }
        String name = matcher.group(2);
        if (name == null) {
            return Matcher.quoteReplacement(matcher.group(3).equals("\\") ? "\\" : matcher.group());
        }
        return Character.isDigit(name.charAt(0)) ? "$" + name : "${" + name + "}";
    }
}
