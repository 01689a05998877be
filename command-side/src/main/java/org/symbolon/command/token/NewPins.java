package org.symbolon.command.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenDates;

/** What a PIN that its owner has chosen does to a token. */
public final class NewPins {

    private static final String DUE = "next_pin_change";

    private NewPins() {}

    /**
     * Sets the PIN, and by when it is to be changed again; null for never.
     *
     * @throws org.symbolon.command.error.Refusal 1007 if the token is locked
     */
    public static void set(Token token, Pin pin, Instant due) {
        token.changePin(pin);
        if (due == null) {
            token.removeInfo(List.of(DUE));
        } else {
            token.setInfo(Map.of(DUE, TokenDates.toMinutes(due)));
        }
    }
}
