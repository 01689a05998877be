package org.symbolon.command.eventhandler.fact;

import java.util.Locale;

/** When a handler has its turn: before the request is worked on, or after. */
public enum Position {
    PRE,
    POST;

    /** As definitions name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
