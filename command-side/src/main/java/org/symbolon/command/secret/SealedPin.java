package org.symbolon.command.secret;

import org.symbolon.events.shared.Sealed;

/**
 * How a PIN that can be read again stands where otherwise its hash stands: {@code @@}, the name of the data key, a colon and
 * the box. No hash begins like that.
 */
final class SealedPin {

    private static final String MARK = "@@";
    private static final char SEPARATOR = ':';

    private SealedPin() {}

    static boolean is(String stored) {
        return stored.startsWith(MARK);
    }

    static String written(Sealed pin) {
        return MARK + pin.key() + SEPARATOR + pin.box();
    }

    static Sealed read(String stored) {
        int end = stored.indexOf(SEPARATOR);
        if (!is(stored) || end < 0) {
            throw new IllegalArgumentException("This is no sealed PIN");
        }
        return new Sealed(stored.substring(MARK.length(), end), stored.substring(end + 1));
    }
}
