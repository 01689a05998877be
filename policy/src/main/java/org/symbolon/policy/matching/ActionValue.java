package org.symbolon.policy.matching;

import java.util.List;
import java.util.stream.Stream;
import org.symbolon.policy.action.Action;

/**
 * What a policy says of one action, taken apart once for all who ask.
 *
 * @param text as it was written
 * @param whole it as one value; quotes around it are no part of it
 * @param words its words, each a value; quotes around it hold it together
 */
record ActionValue(String text, List<String> whole, List<String> words) {

    static ActionValue of(String text) {
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            List<String> quoted = List.of(text.substring(1, text.length() - 1));
            return new ActionValue(text, quoted, quoted);
        }
        List<String> words = Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return new ActionValue(text, List.of(text), words);
    }

    /** The values that it is made of, for an action of this kind. */
    List<String> valuesOf(Action action) {
        return action.isWhole() ? whole : words;
    }
}
