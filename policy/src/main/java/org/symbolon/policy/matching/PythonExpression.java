package org.symbolon.policy.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Puts a regular expression from Python's notation into Java's, where they say the same in other signs. */
final class PythonExpression {

    private static final String NAMED = "(?P<";
    private static final String REPEATED = "(?P=";
    private static final Pattern COUNT = Pattern.compile("\\{(\\d*)(,?)(\\d*)}");
    private static final String REPETITION = "*+?";

    private final String text;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private boolean inClass;

    private PythonExpression(String text) {
        this.text = text;
    }

    /**
     * For the inside of {@code ^...$}.
     *
     * @throws PatternSyntaxException if there is nothing in front of a repetition, which Java would take to be the begin
     */
    static String toJava(String text) {
        if (!text.isEmpty() && REPETITION.indexOf(text.charAt(0)) >= 0) {
            throw new PatternSyntaxException("nothing to repeat", text, 0);
        }
        PythonExpression expression = new PythonExpression(text);
        while (expression.at < text.length()) {
            expression.step();
        }
        return expression.java.toString();
    }

    private void step() {
        char unit = text.charAt(at);
        if (unit == '\\') {
            escaped();
        } else if (inClass) {
            member(unit);
        } else if (unit == '{') {
            count();
        } else if (text.startsWith(NAMED, at)) {
            name(NAMED, '>', "(?<", ">");
        } else if (text.startsWith(REPEATED, at)) {
            name(REPEATED, ')', "\\k<", ">");
        } else {
            inClass = unit == '[';
            take(1);
            if (inClass) {
                first();
            }
        }
    }

    /** What looks like no count is a bracket. */
    private void count() {
        Matcher count = COUNT.matcher(text).region(at, text.length());
        if (at == 0 || !count.lookingAt() || count.end() == at + 2) {
            java.append('\\');
            take(1);
            return;
        }
        java.append('{').append(count.group(1).isEmpty() ? "0" : count.group(1));
        java.append(count.group(2)).append(count.group(3)).append('}');
        at = count.end();
    }

    /** A bracket right at the begin of a class does not end it. */
    private void first() {
        if (text.startsWith("^", at)) {
            take(1);
        }
        if (text.startsWith("]", at)) {
            java.append('\\');
            take(1);
        }
    }

    private void escaped() {
        boolean end = !inClass && text.startsWith("\\Z", at);
        java.append(end ? "\\z" : text.substring(at, Math.min(at + 2, text.length())));
        at += 2;
    }

    /** Java has classes in classes and sections of them, Python has not. */
    private void member(char unit) {
        if (unit == '[' || unit == '&') {
            java.append('\\');
        }
        inClass = unit != ']';
        take(1);
    }

    /** Java's names of groups have no underscores. */
    private void name(String begin, char end, String javaBegin, String javaEnd) {
        int last = text.indexOf(end, at);
        if (last < 0) {
            take(begin.length());
            return;
        }
        String name = text.substring(at + begin.length(), last).replace("_", "U95");
        java.append(javaBegin).append(name).append(javaEnd);
        at = last + 1;
    }

    private void take(int count) {
        java.append(text, at, at + count);
        at += count;
    }
}
