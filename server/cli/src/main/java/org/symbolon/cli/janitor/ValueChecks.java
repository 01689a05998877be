package org.symbolon.cli.janitor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.symbolon.events.shared.TokenDates;

/** What can be asked of a value of a token. A value that is of another kind than asked for never fits. */
final class ValueChecks {

    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d{1,18}\\s*");

    private ValueChecks() {}

    /** That the expression is found in it; two numbers must be the same number. */
    static Predicate<String> like(Pattern wanted) {
        Optional<Long> number = number(wanted.pattern());
        return value -> {
            Optional<Long> other = number(value);
            return (number.isPresent() && other.isPresent())
                    ? number.equals(other)
                    : wanted.matcher(value).find();
        };
    }

    static Predicate<String> greater(long bound) {
        return value -> number(value).filter(number -> number > bound).isPresent();
    }

    static Predicate<String> less(long bound) {
        return value -> number(value).filter(number -> number < bound).isPresent();
    }

    static Predicate<String> after(Instant bound) {
        return value -> TokenDates.parse(value).filter(bound::isBefore).isPresent();
    }

    static Predicate<String> before(Instant bound) {
        return value -> TokenDates.parse(value).filter(bound::isAfter).isPresent();
    }

    private static Optional<Long> number(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
    }
}
