package org.symbolon.command.eventhandler.condition;

import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a number is to be: a sign and another number, such as {@code >=3}. */
final class Comparison {

    private static final Pattern NUMBER = Pattern.compile("(==|!=|>=|=>|<=|=<|=|<|>)?([+-]?\\d{1,9})");

    private final LongPredicate wanted;

    private Comparison(LongPredicate wanted) {
        this.wanted = wanted;
    }

    /** Reads it; one that wants nothing is not met. */
    static Comparison read(String text) {
        Matcher parts = NUMBER.matcher(text.replace(" ", ""));
        return new Comparison(
                parts.matches()
                        ? compared(parts.group(1) == null ? "==" : parts.group(1), Long.parseLong(parts.group(2)))
                        : number -> false);
    }

    private static LongPredicate compared(String sign, long bound) {
        return switch (sign) {
            case "!=" -> number -> number != bound;
            case ">=", "=>" -> number -> number >= bound;
            case "<=", "=<" -> number -> number <= bound;
            case "<" -> number -> number < bound;
            case ">" -> number -> number > bound;
            default -> number -> number == bound;
        };
    }

    boolean holds(long number) {
        return wanted.test(number);
    }
}
