package org.symbolon.server.http.validate;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.auth.Decision;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Shape;

/** Puts decisions about log-ins into the words of the wire. */
public final class Decisions {

    /** The detail of a decision. */
    public static final Shape SHAPE = ChallengeDetail.describe(Shape.fields(
                    "How it came about, or what is asked; left out of a right value that was asked about" + " alone."))
            .with("otplen", Shape.number("The length of its values, where it is known."))
            .with("preferred_client_mode", Shape.text("What the client should do first, where several things can be."));

    private Decisions() {}

    /** The reply; a right OTP value that was asked about alone has no detail. */
    static Reply reply(Decision decision, boolean otpOnly, PreferredClientMode preferred) {
        Reply reply = Reply.value(decision.accepted()).authentication(authentication(decision));
        if (otpOnly && decision.accepted()) {
            return reply;
        }
        return reply.detail(
                decision.asked() == null ? detail(decision) : ChallengeDetail.of(decision.asked(), preferred));
    }

    private static String authentication(Decision decision) {
        if (decision.accepted()) {
            return "ACCEPT";
        }
        return isQuestion(decision) ? "CHALLENGE" : "REJECT";
    }

    /** Whether somebody was asked who can still answer. */
    public static boolean isQuestion(Decision decision) {
        return decision.asked() != null && !decision.asked().questions().isEmpty();
    }

    /** What is told of a decision, without advice about what to do. */
    public static Map<String, Object> detail(Decision decision) {
        if (decision.asked() != null) {
            return ChallengeDetail.of(decision.asked());
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("message", decision.message());
        putIfKnown(detail, "serial", decision.serial());
        putIfKnown(detail, "type", decision.type());
        putIfKnown(detail, "otplen", decision.otpLength());
        ChallengeDetail.putDates(detail, decision.dates());
        return detail;
    }

    private static void putIfKnown(Map<String, Object> detail, String key, Object value) {
        if (value != null) {
            detail.put(key, value);
        }
    }

    /** Notes the decision for the audit. */
    public static void note(ApiRequest request, Decision decision) {
        request.notes().success(decision.accepted()).info(decision.message());
        if (decision.serial() != null) {
            request.notes().serial(decision.serial());
        }
        if (decision.type() != null) {
            request.notes().tokenType(decision.type());
        }
        if (decision.asked() != null) {
            ChallengeDetail.note(request, decision.asked());
        }
    }
}
