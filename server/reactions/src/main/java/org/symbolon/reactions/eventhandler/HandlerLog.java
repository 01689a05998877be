package org.symbolon.reactions.eventhandler;

import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.symbolon.command.eventhandler.deed.Deed;

/** The lines that event handlers have written into the server's log, of levels as Python names them. */
public final class HandlerLog {

    private HandlerLog() {}

    /** Writes one. */
    public static void write(Deed.Log line) {
        LoggerFactory.getLogger(line.logger()).atLevel(level(line.level())).log("{}", line.line());
    }

    private static Level level(String word) {
        return switch (word) {
            case "ERROR" -> Level.ERROR;
            case "WARNING" -> Level.WARN;
            case "DEBUG" -> Level.DEBUG;
            default -> Level.INFO;
        };
    }
}
