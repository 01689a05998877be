package org.symbolon.command.tokentype.ocra;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.oath.HashAlgorithm;

/**
 * What an OCRA token computes its responses of (RFC 6287 section 6).
 *
 * @param text as it was written, which is part of what is computed
 * @param digits of a response; 0 where the whole hash is one, in hexadecimal digits
 * @param counted whether a counter is part of it
 * @param format of questions
 * @param questionLength how many characters a question has that is drawn by chance
 * @param pinHash the hash of a PIN that is part of it
 * @param sessionBytes how long the part is that says what session it is about
 * @param stepSeconds how long the time steps are that are part of it
 */
public record OcraSuite(
        String text,
        HashAlgorithm algorithm,
        int digits,
        boolean counted,
        Format format,
        int questionLength,
        Optional<HashAlgorithm> pinHash,
        OptionalInt sessionBytes,
        OptionalLong stepSeconds) {

    /** The one of tokens of which nobody says a suite. */
    public static final String PRESET = "OCRA-1:HOTP-SHA1-8:QH40";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String HASH = "SHA1|SHA256|SHA512";
    private static final Pattern SYNTAX = Pattern.compile("OCRA-1:HOTP-(?<hash>" + HASH + ")-(?<digits>0|[4-9]|10)"
            + ":(?<counter>C-)?Q(?<format>[ANH])(?<length>0?[4-9]|[1-5]\\d|6[0-4])(?:-P(?<pin>" + HASH + "))?"
            + "(?:-(?<session>S(?<bytes>064|64|128|256|512)?))?(?:-T(?<steps>\\d{1,2})(?<unit>[SMH]))?");

    private static final int SHORTEST_SESSION = 64;
    private static final int MOST_SECONDS = 59;
    private static final int MOST_HOURS = 48;

    /** A question that it allows, drawn by chance. */
    public String drawn(Randomness chance) {
        return switch (format) {
            case ALPHANUMERIC -> chance.text(questionLength, LETTERS + DIGITS);
            case NUMERIC -> chance.text(questionLength, DIGITS);
            case HEXADECIMAL -> chance.text(questionLength, DIGITS + "abcdef");
        };
    }

    /** What questions are made of. */
    public enum Format {
        ALPHANUMERIC,
        NUMERIC,
        HEXADECIMAL
    }

    /**
     * Reads one.
     *
     * @throws Refusal 905 if it is none of RFC 6287
     */
    public static OcraSuite read(String text) {
        return find(text).orElseThrow(() -> Refusal.parameter("Unknown OCRA suite in parameter 'ocrasuite'"));
    }

    /** The same; empty if it is none. */
    static Optional<OcraSuite> find(String text) {
        Matcher parts = SYNTAX.matcher(text.toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        OptionalLong seconds = seconds(parts);
        boolean sound = parts.group("steps") == null || seconds.isPresent();
        return sound ? Optional.of(of(text, parts, seconds)) : Optional.empty();
    }

    private static OcraSuite of(String text, Matcher parts, OptionalLong seconds) {
        return new OcraSuite(
                text,
                HashAlgorithm.find(parts.group("hash")).orElseThrow(),
                Integer.parseInt(parts.group("digits")),
                parts.group("counter") != null,
                format(parts.group("format")),
                Integer.parseInt(parts.group("length")),
                Optional.ofNullable(parts.group("pin")).flatMap(HashAlgorithm::find),
                sessionBytes(parts),
                seconds);
    }

    private static Format format(String letter) {
        return switch (letter) {
            case "A" -> Format.ALPHANUMERIC;
            case "N" -> Format.NUMERIC;
            default -> Format.HEXADECIMAL;
        };
    }

    private static OptionalInt sessionBytes(Matcher parts) {
        if (parts.group("session") == null) {
            return OptionalInt.empty();
        }
        String bytes = parts.group("bytes");
        return OptionalInt.of(bytes == null ? SHORTEST_SESSION : Integer.parseInt(bytes));
    }

    private static OptionalLong seconds(Matcher parts) {
        if (parts.group("steps") == null) {
            return OptionalLong.empty();
        }
        int steps = Integer.parseInt(parts.group("steps"));
        boolean hours = parts.group("unit").equals("H");
        if (steps < 1 || steps > (hours ? MOST_HOURS : MOST_SECONDS)) {
            return OptionalLong.empty();
        }
        long unit = hours ? 3600 : parts.group("unit").equals("M") ? 60 : 1;
        return OptionalLong.of(steps * unit);
    }
}
