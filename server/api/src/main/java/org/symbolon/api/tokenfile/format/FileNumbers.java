package org.symbolon.api.tokenfile.format;

import java.util.regex.Pattern;

/** Numbers in a file. */
final class FileNumbers {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,9})?");

    private FileNumbers() {}

    /** The counter of a device; an empty text means that it was never used. */
    static long counter(String place, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!DIGITS.matcher(text).matches() || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw FileFault.at(place, "the counter is no number from 0 to " + Integer.MAX_VALUE);
        }
        return Long.parseLong(text);
    }

    /** As {@link #digits} for one that may be negative or have decimal places. */
    static String decimal(String place, String what, String text) {
        if (!text.isEmpty() && !DECIMAL.matcher(text).matches()) {
            throw FileFault.at(place, what + " is no number");
        }
        return text;
    }

    /** A number of whatever meaning, as it is to be passed on. */
    static String digits(String place, String what, String text) {
        if (!text.isEmpty() && !DIGITS.matcher(text).matches()) {
            throw FileFault.at(place, what + " is no number");
        }
        return text;
    }
}
