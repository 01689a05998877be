package org.symbolon.command.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.events.auth.Denial;

/**
 * What came of a log-in.
 *
 * @param message the text that clients are shown
 * @param used the token that decided
 * @param asked which tokens are to answer a challenge first, null when none was asked for
 * @param enrolled the token that somebody who is right has to answer with first, null for none
 * @param denial why nobody may be answered so, null if he may; what has happened has happened
 * @param ground on what it rests
 * @param remark what the audit is told beside the message, mostly empty
 * @param policies the names of the policies that took effect, in their order
 */
public record Decision(
        boolean accepted,
        String message,
        UsedToken used,
        Asked asked,
        EnrolledByLogin enrolled,
        Denial denial,
        Ground ground,
        String remark,
        List<String> policies) {

    /** On what a decision rests. */
    public enum Ground {
        TOKENS,
        /** A device that says itself which token it is. */
        NAMELESS,
        /** The key with which a device has answered. */
        KEY,
        /** Nothing: a device has answered wrongly. */
        WRONG_ANSWER,
        /** Nothing: the token was not used for too long. */
        LONG_UNUSED,
        /** Nothing: the token is nobody's. */
        WITHOUT_OWNER,
        CACHED_LOGIN,
        NO_USER,
        NO_TOKEN,
        PASSWORD,
        CLAIM,
        /** Nothing: whoever was asked by another way has said that it was not he. */
        DECLINED,
        /** Nothing: he has said that he does not want to any more. */
        CANCELLED,
        /** An earlier log-in that was right, and would have had a token enrolled. */
        WITHOUT_ENROLMENT
    }

    /** What a client has to do with it. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        /** Somebody has to answer first, and can. */
        ASKING,
        /** So has he, with the first value of a token that he did not have before. */
        ENROLLING
    }

    /**
     * The one token that decided.
     *
     * @param serial null when it was none or several
     * @param type its type, or the common type of several; null when none decided
     * @param otpLength its OTP length, null when it was none or several
     * @param dates by when something of it is to be changed
     * @param told what its type tells whoever it has let in, under the names of the wire
     * @param offline whether machines without a network check log-ins with it
     */
    public record UsedToken(
            String serial,
            String type,
            Integer otpLength,
            ChangeDates dates,
            Map<String, Object> told,
            boolean offline) {
        static final UsedToken NONE = new UsedToken(null, null, null, ChangeDates.NONE);

        UsedToken(String serial, String type, Integer otpLength, ChangeDates dates) {
            this(serial, type, otpLength, dates, Map.of(), false);
        }
    }

    private static final String NOT_CANCELLED = "Failed to cancel enrollment via multichallenge";
    static final String WRONG_ANSWER = "Authentication failed.";
    static final String NO_TOKENS = "The user has no tokens assigned";

    public Decision {
        policies = List.copyOf(policies);
    }

    private Decision(boolean accepted, String message, UsedToken used, Asked asked, Ground ground) {
        this(accepted, message, used, asked, null, null, ground, "", List.of());
    }

    Decision(boolean accepted, String message, String serial, String type, Integer otpLength) {
        this(accepted, message, new UsedToken(serial, type, otpLength, ChangeDates.NONE), null, Ground.TOKENS);
    }

    static Decision about(boolean accepted, String message, TriedToken tried) {
        return new Decision(
                accepted,
                message,
                tried.token().serial(),
                tried.token().type(),
                tried.token().otpLength());
    }

    static Decision about(boolean accepted, String message, TriedToken tried, Instant now) {
        UsedToken used = about(accepted, message, tried).used;
        UsedToken dated = new UsedToken(used.serial, used.type, used.otpLength, ChangeDates.of(tried.token(), now));
        return new Decision(accepted, message, dated, null, Ground.TOKENS);
    }

    /** There is no token to try. */
    static Decision withoutTokens() {
        return without(NO_TOKENS);
    }

    /** No token has the key with which a device has answered. */
    public static Decision withoutKey() {
        return without("No token found for the given credential ID or transaction ID!");
    }

    /** A device has answered wrongly, or made no key for the token that a log-in has enrolled. */
    public static Decision wrongAnswer() {
        return without(WRONG_ANSWER).on(Ground.WRONG_ANSWER);
    }

    /** Nobody is in, for a reason that a refusal tells. */
    public static Decision refusedFor(String reason) {
        return without(reason);
    }

    /** Somebody who has to enrol a token may not do without, or was not asked to. */
    public static Decision notCancelled() {
        return without(NOT_CANCELLED);
    }

    static Decision without(String message) {
        return new Decision(false, message, UsedToken.NONE, null, Ground.TOKENS);
    }

    /** Somebody is let in for another reason than a token. */
    static Decision accepting(String message, Ground ground) {
        return new Decision(true, message, UsedToken.NONE, null, ground);
    }

    /** What a password alone says. */
    public static Decision ofPassword(boolean right) {
        return new Decision(right, "", UsedToken.NONE, null, Ground.PASSWORD);
    }

    /** Neither accepted nor refused: somebody has to answer first, if any token could be asked. */
    public static Decision asking(Asked asked) {
        return new Decision(false, String.join(", ", asked.messages()), UsedToken.NONE, asked, Ground.TOKENS);
    }

    /** The same where only this could be asked after all. */
    public Decision leaving(Asked left) {
        return new Decision(
                accepted, String.join(", ", left.messages()), used, left, enrolled, denial, ground, remark, policies);
    }

    /** Nobody is even looked at: policies cannot be followed, or forbid it. */
    static Decision forbidden(Denial denial) {
        return new Decision(false, "", UsedToken.NONE, null, Ground.TOKENS).denied(denial);
    }

    /** The same about a token that was right, but for some reason lets nobody in. */
    Decision refused(String reason) {
        return new Decision(false, reason, used, null, null, denial, ground, remark, policies);
    }

    /** The same, which may not be told. */
    Decision denied(Denial reason) {
        return new Decision(accepted, message, used, asked, enrolled, reason, ground, remark, policies);
    }

    /** The same about somebody who has to answer with the token first. */
    Decision enrolling(EnrolledByLogin token) {
        String text = message + ", " + String.join(", ", token.asked().messages());
        String told = "enrolled " + token.asked().questions().get(0).serial();
        return new Decision(false, text, used, null, token, denial, ground, told, policies);
    }

    /** The same where the token's type tells this beside. */
    Decision telling(Map<String, Object> more) {
        UsedToken telling = new UsedToken(used.serial, used.type, used.otpLength, used.dates, more, used.offline);
        return new Decision(accepted, message, telling, asked, enrolled, denial, ground, remark, policies);
    }

    /** The same with what his token's type found beside: that the user has said no, or that somebody outside says nothing. */
    Decision asFound(Judgement found) {
        if (found instanceof Judgement.NoVerdict missing) {
            return remarking(missing.trouble());
        }
        return found instanceof Judgement.Declined declined
                ? on(declined.cancelled() ? Ground.CANCELLED : Ground.DECLINED)
                : this;
    }

    /** The same, knowing of the token that has let somebody in whether it is used offline. */
    Decision knowing(List<TriedToken> tried) {
        boolean offline = letsIn()
                && tried.stream()
                        .map(TriedToken::token)
                        .anyMatch(token -> token.serial().equals(used.serial) && token.isUsedOffline());
        if (!offline) {
            return this;
        }
        UsedToken known = new UsedToken(used.serial, used.type, used.otpLength, used.dates, used.told, true);
        return new Decision(accepted, message, known, asked, enrolled, denial, ground, remark, policies);
    }

    Decision on(Ground other) {
        return new Decision(accepted, message, used, asked, enrolled, denial, other, remark, policies);
    }

    Decision remarking(String text) {
        return new Decision(accepted, message, used, asked, enrolled, denial, ground, text, policies);
    }

    /** The same, which these policies had to do with as well. */
    Decision naming(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(policies);
        all.addAll(more);
        return new Decision(accepted, message, used, asked, enrolled, denial, ground, remark, all);
    }

    public Outcome outcome() {
        if (enrolled != null) {
            return Outcome.ENROLLING;
        }
        if (accepted) {
            return Outcome.ACCEPTED;
        }
        return asked == null || asked.questions().isEmpty() ? Outcome.REFUSED : Outcome.ASKING;
    }

    /** Whether somebody is let in, and may be told so. */
    boolean letsIn() {
        return accepted && denial == null;
    }

    /** The token that decided, or else the last that was asked; null if there is none. */
    public String concernedSerial() {
        return isAnyAsked() ? lastAsked().serial() : used.serial;
    }

    /** The type of that token; null if it is not known. */
    public String concernedType() {
        return isAnyAsked() ? lastAsked().type() : used.type;
    }

    /** Whether it is known only later which of the questions can be answered. */
    public boolean isAwaiting() {
        return asked != null && asked.isAwaiting();
    }

    /** For how many seconds it is put off, since somebody is waited for who is asked by another way; 0 where it is not. */
    public int patience() {
        return asked == null ? 0 : asked.patience();
    }

    private boolean isAnyAsked() {
        return asked != null && !asked.questions().isEmpty();
    }

    private Asked.Question lastAsked() {
        return asked.questions().get(asked.questions().size() - 1);
    }
}
