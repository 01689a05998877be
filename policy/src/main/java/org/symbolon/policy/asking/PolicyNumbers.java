package org.symbolon.policy.asking;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyRefusal;

/** Reads the numbers that policies say. What is none blocks what was asked for: nobody can tell what was meant. */
public final class PolicyNumbers {

    private static final int MOST_DIGITS = 9;
    private static final Pattern DAYS = Pattern.compile("\\s*(\\d{1,5})\\s*d\\s*");

    private PolicyNumbers() {}

    /** A value that must be a number. */
    public static OptionalInt of(PolicyAnswer answer) {
        return of(answer.value());
    }

    /** As {@link #of(PolicyAnswer)} where the value has been read. */
    public static OptionalInt of(Optional<String> value) {
        return value.map(PolicyNumbers::of).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** The largest of several values. */
    public static OptionalInt largest(PolicyAnswer answer) {
        return answer.values().stream().mapToInt(PolicyNumbers::of).max();
    }

    /** The number that a policy says. */
    public static int of(String text) {
        String digits = text.strip();
        if (digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || !digits.chars().allMatch(character -> character >= '0' && character <= '9')) {
            throw malformed();
        }
        return Integer.parseInt(digits);
    }

    /** The days of a span, as in {@code 180d}. */
    public static int days(String written) {
        Matcher days = DAYS.matcher(written);
        if (!days.matches()) {
            throw malformed();
        }
        return Integer.parseInt(days.group(1));
    }

    /** The refusal where a policy says what nobody can make sense of. */
    public static PolicyRefusal malformed() {
        return new PolicyRefusal("A malformed policy blocks this action. Please contact your administrator.");
    }
}
