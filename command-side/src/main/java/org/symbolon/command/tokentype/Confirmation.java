package org.symbolon.command.tokentype;

import org.symbolon.events.token.StateChange;

/** What an answer means that came by another way than the log-in that waits for it. */
public record Confirmation(Outcome outcome, StateChange change) {

    /** What somebody has answered. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** It was not he who wants to log in. */
        DECLINED
    }
}
