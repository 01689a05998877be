package org.symbolon.api.tokenfile.format;

import java.math.BigInteger;
import java.util.Locale;

/** Hexadecimal numbers in letters that lie in the same place on most keyboards, as a Yubikey types them. */
final class Modhex {

    private static final String LETTERS = "cbdefghijklnrtuv";
    private static final int MOST_LETTERS = 32;

    private Modhex() {}

    static BigInteger number(String place, String text) {
        String letters = text.toLowerCase(Locale.ROOT);
        if (letters.isEmpty()
                || letters.length() > MOST_LETTERS
                || !letters.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
            throw FileFault.at(place, "the public id is none of up to " + MOST_LETTERS + " letters of a Yubikey");
        }
        StringBuilder hexadecimal = new StringBuilder(letters.length());
        letters.chars().forEach(letter -> hexadecimal.append(Character.forDigit(LETTERS.indexOf(letter), 16)));
        return new BigInteger(hexadecimal.toString(), 16);
    }
}
