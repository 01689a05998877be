package org.symbolon.api.kernel.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON in the one form that verifiers of the response signature compute: Python's
 * {@code json.dumps(sort_keys=True)}, pure ASCII, keys sorted by code point at every level. The answers go out in this
 * very form, so that what is signed is what is sent. Knows plain types only; anything else is a fault of the handler.
 */
public final class CanonicalJson {

    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final int MICROS = 1_000_000;
    private static final int MOST_DIGITS = 17;
    private static final List<RoundingMode> ROUNDINGS =
            List.of(RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN);

    /** Python sorts by code point, Java by UTF-16 unit, which differ where surrogates meet the units above them. */
    private static final Comparator<String> BY_CODE_POINT = (left, right) -> {
        int length = Math.min(left.length(), right.length());
        for (int index = 0; index < length; index++) {
            char one = left.charAt(index);
            char other = right.charAt(index);
            if (one != other) {
                boolean mixed = Character.isSurrogate(one) != Character.isSurrogate(other);
                return mixed ? Integer.compare(left.codePointAt(index), right.codePointAt(index)) : one - other;
            }
        }
        return left.length() - right.length();
    };

    private static final Comparator<Map.Entry<?, ?>> BY_KEY =
            Comparator.comparing(entry -> (String) entry.getKey(), BY_CODE_POINT);

    private final StringBuilder output = new StringBuilder(768);

    private CanonicalJson() {}

    public static byte[] write(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.any(value);
        return json.output.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void any(Object value) {
        if (value == null) {
            output.append("null");
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> collection) {
            array(collection);
        } else if (value instanceof Boolean truth) {
            output.append(truth ? "true" : "false");
        } else if (value instanceof Instant moment) {
            output.append(epochSeconds(moment));
        } else if (value instanceof Number number) {
            output.append(number(number));
        } else {
            throw new IllegalArgumentException(value.getClass() + " has no JSON form");
        }
    }

    private void object(Map<?, ?> map) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        entries.sort(BY_KEY);
        output.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : entries) {
            if (!first) {
                output.append(", ");
            }
            first = false;
            text((String) entry.getKey());
            output.append(": ");
            any(entry.getValue());
        }
        output.append('}');
    }

    private void array(Collection<?> elements) {
        output.append('[');
        boolean first = true;
        for (Object element : elements) {
            if (!first) {
                output.append(", ");
            }
            first = false;
            any(element);
        }
        output.append(']');
    }

    private void text(String text) {
        output.append('"');
        int start = 0;
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                output.append(text, start, index);
                special(unit);
                start = index + 1;
            }
        }
        output.append(text, start, text.length()).append('"');
    }

    private void special(char unit) {
        switch (unit) {
            case '"' -> output.append("\\\"");
            case '\\' -> output.append("\\\\");
            case '\n' -> output.append("\\n");
            case '\r' -> output.append("\\r");
            case '\t' -> output.append("\\t");
            case '\f' -> output.append("\\f");
            case '\b' -> output.append("\\b");
            default -> escape(unit);
        }
    }

    private void escape(char unit) {
        output.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            output.append(HEXADECIMAL.charAt((unit >> shift) & 0xf));
        }
    }

    /**
     * Seconds with microseconds, without zeros at the end but for one digit. This is the shortest decimal that reads
     * back as the same double, which is what Python prints: until the year 2242 the doubles near an epoch second lie
     * less than a microsecond apart, so each microsecond has doubles of its own and no shorter decimal shares them.
     */
    private static String epochSeconds(Instant moment) {
        int micros = moment.getNano() / 1000;
        StringBuilder text =
                new StringBuilder(18).append(moment.getEpochSecond()).append('.');
        int fraction = text.length();
        text.append(MICROS + micros).deleteCharAt(fraction);
        while (text.length() > fraction + 1 && text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    private static String number(Number number) {
        if (number instanceof Double || number instanceof Float || number instanceof BigDecimal) {
            return decimal(number.doubleValue());
        }
        if (number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof BigInteger) {
            return number.toString();
        }
        throw new IllegalArgumentException(number.getClass() + " has no JSON form");
    }

    /** Python's repr of a float: the fewest digits that read back the same, an exponent below 1e-4 and from 1e16. */
    private static String decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(value);
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return shortest.setScale(Math.max(1, shortest.scale()), RoundingMode.UNNECESSARY)
                    .toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String padded = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
        return (value < 0 ? "-" : "") + mantissa + (exponent < 0 ? "e-" : "e+") + padded;
    }

    /** The nearest decimal of so many digits first; beside a power of two only one farther off may read back. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            for (RoundingMode rounding : ROUNDINGS) {
                BigDecimal rounded = exact.round(new MathContext(digits, rounding));
                if (rounded.doubleValue() == value) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
