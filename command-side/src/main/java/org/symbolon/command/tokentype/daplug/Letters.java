package org.symbolon.command.tokentype.daplug;

import java.util.Locale;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/** How a Daplug types a value: the hexadecimal digits of each of its characters, as letters that most keyboards have alike. */
final class Letters {

    private static final String ALPHABET = "bcdefghijk";
    private static final int DIGIT = 3;

    private Letters() {}

    /** The digits that were meant; empty if there is anything else among the letters. */
    static Optional<Secret> digits(Secret typed) {
        String text = typed.reveal().toLowerCase(Locale.ROOT);
        if (text.length() % 2 != 0) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int place = 0; place < text.length(); place += 2) {
            int upper = ALPHABET.indexOf(text.charAt(place));
            int lower = ALPHABET.indexOf(text.charAt(place + 1));
            if (upper != DIGIT || lower < 0) {
                return Optional.empty();
            }
            digits.append(lower);
        }
        return Optional.of(Secret.of(digits.toString()));
    }
}
