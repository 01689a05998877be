package org.symbolon.server.policy.matching;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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

    private static final Pattern FLAGS = Pattern.compile("^\\(\\?[aiLmsux]+\\)");

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
            case SMALLER -> left -> number(left) < number(right);
            case BIGGER -> left -> number(left) > number(right);
        };
    }

    private static List<?> list(Object left) {
        if (left instanceof List<?> list) {
            return list;
        }
        throw new IncomparableException();
    }

    private static Predicate<Object> matching(String right) {
        try {
            Matcher flags = FLAGS.matcher(right);
            int start = flags.find() ? flags.end() : 0;
            Pattern pattern = Pattern.compile(right.substring(0, start) + "^" + right.substring(start) + "$");
            return left -> pattern.matcher(text(left)).find();
        } catch (PatternSyntaxException e) {
            return Comparator::incomparable;
        }
    }

    private static Predicate<Object> among(String right) {
        Optional<List<String>> values = QuotedList.read(right);
        return values.<Predicate<Object>>map(list -> list::contains).orElse(Comparator::incomparable);
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
