package org.symbolon.command.tokentype.tan;

import java.util.Arrays;
import java.util.List;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.printed.PrintedValues;
import org.symbolon.events.shared.Secret;

/** Reads a list of values that somebody brings. */
final class GivenTans {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;

    private GivenTans() {}

    /**
     * The values, none twice.
     *
     * @throws Refusal 905 if they are too many, too short or long, or of different lengths, so that no PIN could stand before them
     */
    static List<Secret> in(String text) {
        List<String> values = Arrays.stream(text.strip().split("\\s+"))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (values.size() > PrintedValues.MOST) {
            throw Refusal.parameter("Parameter 'tans' must not have more than " + PrintedValues.MOST + " values");
        }
        values.forEach(value -> {
            if (value.length() < SHORTEST
                    || value.length() > LONGEST
                    || value.length() != values.get(0).length()) {
                throw Refusal.parameter(
                        "The values of parameter 'tans' must all have the same number of characters, from " + SHORTEST
                                + " to " + LONGEST);
            }
        });
        return values.stream().map(Secret::of).toList();
    }
}
