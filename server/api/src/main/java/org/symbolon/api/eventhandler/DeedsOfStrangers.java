package org.symbolon.api.eventhandler;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.RowsOfStrangers;
import org.symbolon.command.eventhandler.fact.HandledRequest;

/**
 * Bounds what event handlers keep and send because of requests of strangers, as the audit's rows of such requests are bounded: nobody
 * may fill the disk, or somebody's mailbox, with names that he makes up. What is over with the request is done in any case, or
 * a handler that changes or refuses requests could be worn out.
 */
@Component
class DeedsOfStrangers {

    private final RowsOfStrangers rows;

    DeedsOfStrangers(RowsOfStrangers rows) {
        this.rows = rows;
    }

    /**
     * Whether commands, effects and the row of a turn may be; a request about a known user or token is no stranger's.
     *
     * @param facts is asked only where that is not clear
     */
    boolean mayBeKept(DeedRecord about, Supplier<HandledRequest> facts) {
        return !RowsOfStrangers.isOfStranger(about.request())
                || isAboutSomebody(facts.get())
                || rows.admit(about.request(), about.action());
    }

    private static boolean isAboutSomebody(HandledRequest facts) {
        try {
            return facts.user().isPresent() || !facts.tokens().isEmpty();
        } catch (RuntimeException away) {
            return false;
        }
    }
}
