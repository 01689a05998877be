package org.symbolon.command.machine.application;

import java.util.Map;
import org.symbolon.command.error.Refusal;

/** Reads options that are numbers; an empty one is none. */
final class OptionNumbers {

    private OptionNumbers() {}

    /**
     * The number, or the other one if there is none.
     *
     * @throws Refusal 905 if the text is no number from the least to the most
     */
    static int read(Map<String, String> options, String name, int absent, int least, int most) {
        String text = options.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return absent;
        }
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Refusal.parameter("Parameter '" + name + "' must be a number from " + least + " to " + most);
    }
}
