package org.symbolon.command.eventhandler.port;

import java.util.List;

/** Programs in the one directory that whoever runs the server fills for event handlers. */
@FunctionalInterface
public interface HandlerScripts {

    /**
     * Runs one until it ends, within a bounded time.
     *
     * @return how it ended, 0 for well
     * @throws OutsideFailedException if it cannot be started, or does not end in time
     */
    int run(String script, List<String> arguments) throws OutsideFailedException;
}
