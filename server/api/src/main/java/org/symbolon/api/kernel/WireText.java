package org.symbolon.api.kernel;

/**
 * What no text from outside may hold: NUL, which no PostgreSQL text can store, and half a surrogate pair, which is no
 * character. Refusing both at the door spares every handler the thought.
 */
public final class WireText {

    private WireText() {}

    /** Answers the text itself. */
    public static String checked(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == 0) {
                throw nul();
            }
            if (Character.isSurrogate(unit)) {
                if (!isPair(text, index)) {
                    throw notUtf8();
                }
                index++;
            }
        }
        return text;
    }

    public static ApiException nul() {
        return ApiException.parameter("The request holds a NUL character.");
    }

    public static ApiException notUtf8() {
        return ApiException.parameter("The request is not valid UTF-8.");
    }

    private static boolean isPair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }
}
