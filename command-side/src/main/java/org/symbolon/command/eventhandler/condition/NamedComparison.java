package org.symbolon.command.eventhandler.condition;

import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.shared.TokenDates;

/**
 * A name and what its value is to be.
 *
 * @param sign one of ==, &gt; and &lt;
 */
record NamedComparison(String name, String sign, String value) {

    private static final String[] SIGNS = {"==", ">", "<"};

    /**
     * Reads {@code name == value}, {@code name > value} or {@code name < value}.
     *
     * @throws Refusal 905 if it is none of them
     */
    static NamedComparison read(String text) {
        for (String sign : SIGNS) {
            int at = text.indexOf(sign);
            if (at >= 0 && text.indexOf(sign, at + sign.length()) < 0) {
                String value = text.substring(at + sign.length()).strip();
                if (!value.isEmpty()) {
                    return new NamedComparison(text.substring(0, at).strip(), sign, value);
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
