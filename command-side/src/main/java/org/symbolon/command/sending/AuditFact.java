package org.symbolon.command.sending;

import java.util.function.Function;
import org.symbolon.events.audit.RequestAnswered;

/** The audit's fact that travels with a command, so that it is appended in the command's own transaction. */
record AuditFact<R>(Function<R, RequestAnswered> maker) {

    static final String KEY = "answer";

    @SuppressWarnings("unchecked") // the sender knows what its command's handler answers
    RequestAnswered of(Object result) {
        return maker.apply((R) result);
    }
}
