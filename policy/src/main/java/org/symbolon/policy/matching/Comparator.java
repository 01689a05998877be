package org.symbolon.policy.matching;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a condition compares. A comparison that cannot be made, such as of a text by size, is neither true nor false: it
 * throws an {@link IncomparableException}, also where the comparison is turned round.
 */
public enum Comparator {
    EQUALS("equals", "true if the value of the key is exactly this text"),
    NOT_EQUALS("!equals", "true if the value of the key is any other"),
    CONTAINS("contains", "true if the key is a list that has this text as an element"),
    NOT_CONTAINS("!contains", "true if the key is a list that lacks this text"),
    MATCHES("matches", "true if the regular expression fits the whole value of the key"),
    NOT_MATCHES("!matches", "true if the regular expression does not fit the whole value of the key"),
    IN("in", "true if the value of the key is one of these, which commas part and double quotes may hold together"),
    NOT_IN(
            "!in",
            "true if the value of the key is none of these, which commas part and double quotes may hold together"),
    SMALLER("<", "true if the value of the key is a smaller whole number"),
    BIGGER(">", "true if the value of the key is a bigger whole number");

    private final String wire;
    private final String description;

    Comparator(String wire, String description) {
        this.wire = wire;
        this.description = description;
    }

    /** The name on the wire. */
    public String wire() {
        return wire;
    }

    public String description() {
        return description;
    }

    static Optional<Comparator> of(String wire) {
        return Stream.of(values()).filter(one -> one.wire.equals(wire)).findFirst();
    }

    boolean takesExpression() {
        return this == MATCHES || this == NOT_MATCHES;
    }

    /** A test against this right-hand value, prepared once for all left-hand values. */
    Predicate<Object> against(String right) {
        return switch (this) {
            case EQUALS -> right::equals;
            case NOT_EQUALS -> left -> !right.equals(left);
            case CONTAINS -> left -> list(left).contains(right);
            case NOT_CONTAINS -> left -> !list(left).contains(right);
            case MATCHES -> matching(right);
            case NOT_MATCHES -> matching(right).negate();
            case IN -> among(right);
            case NOT_IN -> among(right).negate();
            case SMALLER -> ordered(right, order -> order < 0);
            case BIGGER -> ordered(right, order -> order > 0);
        };
    }

    private static List<?> list(Object left) {
        if (left instanceof List<?> list) {
            return list;
        }
        throw new IncomparableException();
    }

    private static Predicate<Object> matching(String right) {
        return Expression.anchored(right)
                .<Predicate<Object>>map(expression -> left -> expression.fits(text(left)))
                .orElse(Comparator::incomparable);
    }

    private static Predicate<Object> among(String right) {
        return QuotedList.read(right)
                .<Predicate<Object>>map(list -> left -> left instanceof String text && list.contains(text))
                .orElse(Comparator::incomparable);
    }

    private static boolean incomparable(Object left) {
        throw new IncomparableException();
    }

    private static String text(Object left) {
        if (left instanceof String text) {
            return text;
        }
        throw new IncomparableException();
    }

    private static Predicate<Object> ordered(String right, IntPredicate wanted) {
        try {
            long bound = Long.parseLong(right.strip());
            return left -> wanted.test(Long.compare(number(left), bound));
        } catch (NumberFormatException e) {
            return Comparator::incomparable;
        }
    }

    /** Nothing counts as zero. */
    private static long number(Object value) {
        if (value == null || value.equals("")) {
            return 0;
        }
        try {
            return Long.parseLong(value.toString().strip());
        } catch (NumberFormatException e) {
            throw new IncomparableException();
        }
    }
}
