package org.symbolon.server.http.validate;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.auth.Decision;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Shape;

/** Puts decisions about log-ins into the words of the wire. */
final class Decisions {

    /** The detail of a decision. */
    static final Shape SHAPE = Shape.fields("How it came about; left out of a right value that was asked about alone.")
            .with("message", Shape.text("In words."))
            .with("serial", Shape.text("The token, where it is known."))
            .with("type", Shape.text("Its type, where it is known."))
            .with("otplen", Shape.number("The length of its values, where it is known."));

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
