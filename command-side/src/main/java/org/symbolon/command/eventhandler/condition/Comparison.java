package org.symbolon.command.eventhandler.condition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.shared.TokenDates;

/** The two ways in which conditions compare: a number with a sign before it, and a name with a sign and a value behind it. */
final class Comparison {

    private static final Pattern NUMBER = Pattern.compile("(==|!=|>=|=>|<=|=<|=|<|>)?([+-]?\\d{1,9})");
    private static final String[] SIGNS = {"==", ">", "<"};

    private Comparison() {}

    /** Whether the number is as the text wants it, such as {@code >=3}; a text that wants nothing is not met. */
    static boolean holds(long number, String wanted) {
        Matcher parts = NUMBER.matcher(wanted.replace(" ", ""));
        if (!parts.matches()) {
            return false;
        }
        long bound = Long.parseLong(parts.group(2));
        return switch (parts.group(1) == null ? "==" : parts.group(1)) {
            case "!=" -> number != bound;
            case ">=", "=>" -> number >= bound;
            case "<=", "=<" -> number <= bound;
            case "<" -> number < bound;
            case ">" -> number > bound;
            default -> number == bound;
        };
    }

    /**
     * A name and what its value is to be.
     *
     * @param sign one of ==, &gt; and &lt;
     */
    record Named(String name, String sign, String value) {

        /**
         * Reads {@code name == value}, {@code name > value} or {@code name < value}.
         *
         * @throws Refusal 905 if it is none of them
         */
        static Named read(String text) {
            for (String sign : SIGNS) {
                int at = text.indexOf(sign);
                if (at >= 0 && text.indexOf(sign, at + sign.length()) < 0) {
                    String value = text.substring(at + sign.length()).strip();
                    if (!value.isEmpty()) {
                        return new Named(text.substring(0, at).strip(), sign, value);
                    }
                }
            }
            throw Refusal.parameter("Condition not parsable.");
        }

        /** Numbers are compared as numbers, dates as dates, all else as texts. */
        boolean holds(String actual) {
            int order = order(actual, value);
            return switch (sign) {
                case ">" -> order > 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        }

        private static int order(String actual, String wanted) {
            Optional<Long> left = number(actual);
            Optional<Long> right = number(wanted);
            if (left.isPresent() && right.isPresent()) {
                return left.get().compareTo(right.get());
            }
            return TokenDates.parse(actual)
                    .flatMap(one -> TokenDates.parse(wanted).map(one::compareTo))
                    .orElseGet(() -> actual.compareTo(wanted));
        }

        private static Optional<Long> number(String text) {
            try {
                return Optional.of(Long.valueOf(text.strip()));
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }
    }
}
