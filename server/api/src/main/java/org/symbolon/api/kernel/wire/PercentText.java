package org.symbolon.api.kernel.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.symbolon.api.kernel.WireText;

/**
 * Percent-decoding with the habits of the wire: a percent sign that no two hexadecimal digits follow stands for
 * itself. Text comes in as one character per byte.
 */
public final class PercentText {

    private PercentText() {}

    /** A path segment: a plus sign is a plus sign. */
    public static String decodePath(String raw) {
        return isPlain(raw, false) ? raw : strict(bytes(raw, false));
    }

    /** A name or value of a query or form: a plus sign is a blank. */
    public static String decodeForm(String raw) {
        return isPlain(raw, true) ? raw : strict(bytes(raw, true));
    }

    /**
     * Decodes an already decoded value once more, as eduMFA does for most clients. Byte sequences that are no UTF-8
     * become replacement characters here, since a PIN such as {@code a%ff} has always been read that way.
     */
    public static String decodeAgain(String value) {
        int percent = value.indexOf('%');
        if (percent < 0) {
            return value;
        }
        StringBuilder decoded = new StringBuilder(value.length());
        int start = 0;
        for (int index = 0; index <= value.length(); index++) {
            if (index == value.length() || value.charAt(index) > 0x7f) {
                byte[] ascii = bytes(value.substring(start, index), false);
                decoded.append(new String(ascii, StandardCharsets.UTF_8));
                start = index + 1;
                if (index < value.length()) {
                    decoded.append(value.charAt(index));
                }
            }
        }
        return WireText.checked(decoded.toString());
    }

    /** Bytes that must be UTF-8 and free of NUL characters. */
    public static String strict(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return WireText.checked(text);
        } catch (CharacterCodingException malformed) {
            throw WireText.notUtf8();
        }
    }

    private static boolean isPlain(String raw, boolean plusIsBlank) {
        for (int index = 0; index < raw.length(); index++) {
            char unit = raw.charAt(index);
            if (unit == '%' || unit == 0 || unit > 0x7f || (unit == '+' && plusIsBlank)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String raw, boolean plusIsBlank) {
        int length = raw.length();
        byte[] bytes = new byte[length];
        int count = 0;
        for (int index = 0; index < length; index++) {
            char unit = raw.charAt(index);
            int octet = unit == '%' && index + 2 < length ? octet(raw, index) : -1;
            if (octet >= 0) {
                index += 2;
            } else {
                octet = unit == '+' && plusIsBlank ? ' ' : unit;
            }
            bytes[count++] = (byte) octet;
        }
        return Arrays.copyOf(bytes, count);
    }

    /** The octet that the two digits after a percent sign stand for, or -1. */
    private static int octet(String raw, int percent) {
        int high = Character.digit(raw.charAt(percent + 1), 16);
        int low = Character.digit(raw.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }
}
