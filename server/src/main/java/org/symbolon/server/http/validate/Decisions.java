package org.symbolon.server.http.validate;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.auth.Decision;
import org.symbolon.server.http.Reply;

/** Puts decisions about log-ins into the words of the wire. */
final class Decisions {

    private Decisions() {}

    /** The reply; a right OTP value that was asked about alone has no detail. */
    static Reply reply(Decision decision, boolean otpOnly) {
        Reply reply = Reply.value(decision.accepted()).authentication(decision.accepted() ? "ACCEPT" : "REJECT");
        if (otpOnly && decision.accepted()) {
            return reply;
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("message", decision.message());
        putIfKnown(detail, "serial", decision.serial());
        putIfKnown(detail, "type", decision.type());
        putIfKnown(detail, "otplen", decision.otpLength());
        return reply.detail(detail);
    }

    private static void putIfKnown(Map<String, Object> detail, String key, Object value) {
        if (value != null) {
            detail.put(key, value);
        }
    }
}
