package org.symbolon.connectors.passwordhash;

import org.symbolon.command.resolver.port.UserStoreUnavailableException;

/**
 * The hash of a password asks for so much work that it is not compared: whoever can write to the user store could stop the server with
 * it. It is no wrong password, so the administrator is told; the message has nothing of the hash but what it asks for.
 */
public final class CostlyHashException extends UserStoreUnavailableException {

    private static final long serialVersionUID = 1L;

    private CostlyHashException(String asked, long most, String of) {
        super("the hash of a password asks for %s %s, and %d is the most".formatted(asked, of, most), null);
    }

    /** Throws if more is asked for; the number is one of decimal digits, however many. */
    static void requireAtMost(long most, String asked, String of) {
        String number = asked.replaceFirst("^0+(?=.)", "");
        int digits = String.valueOf(most).length();
        if (number.length() > digits || (number.length() == digits && Long.parseLong(number) > most)) {
            throw new CostlyHashException(number.length() > digits + 10 ? "far too many" : number, most, of);
        }
    }
}
