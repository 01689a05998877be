package org.symbolon.api.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.AuditNotes;
import org.symbolon.api.kernel.LoginEnd;
import org.symbolon.api.kernel.Refusals;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.Decision.Outcome;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.AnswerTerms.Told;

/** Puts decisions about log-ins into the words of the wire, as policies want them told, and notes them for the audit. */
public final class LoginAnswers {

    /** The detail of a decision. */
    public static final Shape SHAPE = TypeShapes.ofAnswers(ChallengeDetail.describe(Shape.fields(
                    "How it came about, or what is asked; left out of a right value that was asked about alone.")))
            .with("username", Shape.text("Whose the key is, of a log-in without a name."))
            .with("otplen", Shape.number("The length of its values, where it is known."))
            .with("challenge_status", Shape.choice("What the user has said elsewhere.", "declined", "cancelled"))
            .with("preferred_client_mode", Shape.text("What the client should do first, where several things can be."));

    /** What whoever is refused is told where he is told nothing specific. */
    private static final Map<String, Object> HIDDEN = Map.of("message", "Authentication failed.");

    private LoginAnswers() {}

    /** Whether whoever is refused is told so and nothing else. */
    public static boolean isHidden(LoginRequest login, Decision decision) {
        return login.asked().terms().hidesFailures() && decision.outcome() == Outcome.REFUSED && !isDeclined(decision);
    }

    /**
     * The reply to whoever wants to know whether somebody is let in.
     *
     * @param alone whether a value alone was asked about: a right one has no detail
     * @throws ApiException if nobody may be answered so
     */
    public static Reply check(LoginRequest login, Decision decision, boolean alone) {
        note(login, decision);
        Told told = told(login, decision);
        Map<String, Object> detail = detail(login, decision, told, alone);
        if (decision.outcome() == Outcome.ACCEPTED || decision.outcome() == Outcome.ENROLLING) {
            detail.putAll(toldOfUser(login, told));
        }
        boolean right = decision.accepted() || decision.outcome() == Outcome.ENROLLING;
        if (decision.ground() == Ground.NAMELESS) {
            detail.putAll(NamelessLogins.toldOfUser(login));
        }
        if (decision.ground() == Ground.KEY) {
            login.user().ifPresent(user -> detail.put("username", user.login()));
        }
        if (isHidden(login, decision)) {
            detail.clear();
            detail.putAll(HIDDEN);
        }
        if (told.isSilent(right)) {
            detail.clear();
        }
        enrol(decision, told, detail);
        frame(told, detail);
        return Reply.value(decision.accepted()).detail(detail).authentication(authentication(decision));
    }

    /**
     * What somebody is told who is shown a line of text and nothing else.
     *
     * @throws ApiException if nobody may be answered so
     */
    public static String line(LoginRequest login, Decision decision) {
        note(login, decision);
        Told told = told(login, decision);
        if (isHidden(login, decision)) {
            return (String) HIDDEN.get("message");
        }
        return switch (decision.outcome()) {
            case ACCEPTED -> "";
            case REFUSED -> told.isSilent(false) ? "" : Objects.requireNonNullElse(decision.message(), "");
            case ASKING -> framed(decision.asked(), told);
            case ENROLLING -> framed(decision.enrolled().asked(), told);
        };
    }

    private static String framed(Asked asked, Told told) {
        Map<String, Object> detail = ChallengeDetail.of(asked);
        frame(told, detail);
        return (String) detail.getOrDefault("message", "");
    }

    /** As {@link #check}, without a word. */
    static Reply status(LoginRequest login, Decision decision) {
        note(login, decision);
        forbidIfDenied(decision.denial());
        return Reply.empty(decision.outcome() == Outcome.ACCEPTED ? 204 : 400);
    }

    /** The reply to whoever wants tokens to be asked. */
    static Reply triggered(LoginRequest login, Decision decision) {
        int count = decision.asked().questions().size();
        note(login, decision);
        login.request().notes().success(count > 0).info("triggered " + count + " challenges");
        forbidIfDenied(decision.denial());
        Told told = told(login, decision);
        Map<String, Object> detail = ChallengeDetail.of(decision.asked(), told.preferred(), usedLast(login, told));
        frame(told, detail);
        return Reply.value(count).detail(detail).authentication(count > 0 ? "CHALLENGE" : "REJECT");
    }

    /** What a log-in to the server itself is told of the decision, without advice about what to do. */
    public static Map<String, Object> detail(Decision decision) {
        if (decision.asked() != null) {
            return ChallengeDetail.of(decision.asked());
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("message", decision.message());
        putIfKnown(detail, "serial", decision.used().serial());
        putIfKnown(detail, "type", decision.used().type());
        putIfKnown(detail, "otplen", decision.used().otpLength());
        ChallengeDetail.putDates(detail, decision.used().dates());
        detail.putAll(decision.used().told());
        if (isDeclined(decision)) {
            detail.put("challenge_status", decision.ground().name().toLowerCase(Locale.ROOT));
        }
        return detail;
    }

    private static Map<String, Object> detail(LoginRequest login, Decision decision, Told told, boolean alone) {
        if (alone && decision.accepted()) {
            return new HashMap<>();
        }
        if (decision.outcome() == Outcome.ASKING) {
            return ChallengeDetail.of(decision.asked(), told.preferred(), usedLast(login, told));
        }
        return detail(decision);
    }

    private static Optional<String> usedLast(LoginRequest login, Told told) {
        return told.prefersLastUsed() ? login.usedLast() : Optional.empty();
    }

    /** What whoever is let in is told of himself. */
    public static Map<String, Object> toldOfUser(LoginRequest login, Told told) {
        Map<String, Object> detail = new HashMap<>();
        Map<String, String> info = told.user();
        if (!info.isEmpty()) {
            detail.put("user", info);
        }
        if (login.user().isPresent() && told.tellsResolver()) {
            KnownUser user = login.user().get();
            detail.put("user-resolver", user.resolver());
            detail.put("user-realm", user.realm());
        }
        return detail;
    }

    /** What waits until somebody is in, and then the question with what he has to scan. */
    private static void enrol(Decision decision, Told told, Map<String, Object> detail) {
        if (decision.outcome() == Outcome.ENROLLING) {
            detail.keySet().removeAll(List.of("user", "user-resolver", "user-realm"));
            detail.putAll(ChallengeDetail.ofEnrolment(decision.enrolled(), told.preferred()));
        }
    }

    private static void frame(Told told, Map<String, Object> detail) {
        if (detail.get("multi_challenge") instanceof List<?> challenges && !challenges.isEmpty()) {
            told.header()
                    .ifPresent(header -> detail.put(
                            "message",
                            ChallengeDetail.framed(
                                    header, challenges, told.footer().orElse(""))));
        }
    }

    /** Of a token that was claimed clients are told what was so before it was, as by eduMFA. */
    static String authentication(Decision decision) {
        return switch (decision.outcome()) {
            case ACCEPTED -> decision.ground() == Ground.CLAIM ? "REJECT" : "ACCEPT";
            case REFUSED -> isDeclined(decision) ? "DECLINED" : "REJECT";
            case ASKING, ENROLLING -> "CHALLENGE";
        };
    }

    /** Whether the user has said no by another way. */
    private static boolean isDeclined(Decision decision) {
        return decision.ground() == Ground.DECLINED || decision.ground() == Ground.CANCELLED;
    }

    private static void putIfKnown(Map<String, Object> detail, String key, Object value) {
        if (value != null) {
            detail.put(key, value);
        }
    }

    private static Told told(LoginRequest login, Decision decision) {
        forbidIfDenied(decision.denial());
        return login.told(decision.concernedSerial());
    }

    /**
     * Lets pass what may be told.
     *
     * @throws ApiException for anything else
     */
    public static void forbidIfDenied(Denial denial) {
        if (denial != null) {
            throw Refusals.onTheWire(Refusal.of(denial.code(), denial.message()));
        }
    }

    /** Notes the decision for the audit, also after another that came to nothing. */
    public static void note(LoginRequest login, Decision decision) {
        ApiRequest request = login.request();
        AuditNotes notes = request.notes();
        notes.success(decision.accepted()).info(decision.message()).actionDetail(decision.remark());
        notes.serial(request.parameters().givenText("serial").orElse("")).tokenType("");
        if (decision.used().serial() != null) {
            notes.serial(decision.used().serial());
        }
        if (decision.used().type() != null) {
            notes.tokenType(decision.used().type());
        }
        if (decision.asked() != null) {
            ChallengeDetail.note(request, decision.asked());
        }
        decision.policies().forEach(notes::addPolicy);
        request.loginEnded(end(decision));
    }

    private static LoginEnd end(Decision decision) {
        if (decision.denial() != null) {
            return LoginEnd.REFUSED;
        }
        return switch (decision.outcome()) {
            case ACCEPTED -> LoginEnd.ACCEPTED;
            case REFUSED -> LoginEnd.REFUSED;
            case ASKING, ENROLLING -> LoginEnd.CHALLENGED;
        };
    }
}
