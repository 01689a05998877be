package org.symbolon.command.eventhandler.condition;

import java.util.Locale;

/** Texts that are true or false. */
final class Truth {

    private Truth() {}

    /** Whether the text means true; whatever means nothing means false. */
    static boolean of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return word.equals("true") || word.equals("1");
    }
}
