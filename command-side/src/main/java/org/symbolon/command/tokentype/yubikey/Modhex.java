package org.symbolon.command.tokentype.yubikey;

import java.util.Locale;
import java.util.Optional;

/** Hexadecimal digits in letters that lie in the same place on most keyboards, as a Yubikey types them. */
public final class Modhex {

    private static final String LETTERS = "cbdefghijklnrtuv";

    private Modhex() {}

    /** The hexadecimal digits that letters of either case stand for; empty if one of them stands for none. */
    public static Optional<String> digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (char letter : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) {
                return Optional.empty();
            }
            digits.append(Character.forDigit(value, 16));
        }
        return Optional.of(digits.toString());
    }
}
