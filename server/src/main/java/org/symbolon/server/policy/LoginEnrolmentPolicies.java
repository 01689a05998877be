package org.symbolon.server.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.auth.EnrolledByLogin;
import org.symbolon.command.auth.LoginEnrolment;
import org.symbolon.command.auth.OwedToken;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.user.KnownUser;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.AuditNotes;
import org.symbolon.server.http.Refusals;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.validate.ChallengeDetail;
import org.symbolon.server.http.validate.LoginPolicies;
import org.symbolon.server.http.validate.OwedEnrolment;
import org.symbolon.server.http.wire.QrCode;
import org.symbolon.server.policy.action.AuthenticationActions;
import org.symbolon.server.policy.asking.Subject;

/** Whoever owes a token when he is right gets it, and is let in when he has answered with its first value. */
final class LoginEnrolmentPolicies {

    private static final int POLICY = 303;

    /** What waits, as everywhere, until somebody is in. */
    private static final Set<String> TOLD_OF_USERS = Set.of("user", "user-resolver", "user-realm");

    private final OwedTokenPolicies owed;
    private final LoginEnrolment enrolments;
    private final LoginPolicies policies;
    private final LoginSubjects subjects;

    LoginEnrolmentPolicies(
            OwedTokenPolicies owed, LoginEnrolment enrolments, LoginPolicies policies, LoginSubjects subjects) {
        this.owed = owed;
        this.enrolments = enrolments;
        this.policies = policies;
        this.subjects = subjects;
    }

    /** What it asks then about new tokens concerns those who owe one alone, so it is not named as asked of every log-in. */
    PostPolicy enrolment() {
        return PostPolicy.of(
                "enrolment of a token by the log-in", this::enrol, AuthenticationActions.ENROLL_VIA_MULTICHALLENGE);
    }

    private Reply enrol(ApiRequest request, Reply reply) {
        return owedBy(request, reply)
                .flatMap(token -> {
                    owed.note(request, subjects.of(request));
                    return enrolled(token);
                })
                .map(enrolled -> asking(request, LoginAnswer.of(reply), enrolled))
                .orElse(reply);
    }

    private static Optional<OwedToken> owedBy(ApiRequest request, Reply reply) {
        return OwedEnrolment.of(request).filter(token -> LoginAnswer.of(reply).isAccepted());
    }

    /** Of a limit that is reached the log-in is refused and yet happened; any other refusal leaves nothing of it. */
    private Optional<EnrolledByLogin> enrolled(OwedToken token) {
        try {
            return enrolments.enrol(token);
        } catch (Refusal refusal) {
            if (refusal.code() == POLICY) {
                throw Refusals.onTheWire(refusal);
            }
            throw refusal;
        }
    }

    private Reply asking(ApiRequest request, LoginAnswer answer, EnrolledByLogin enrolled) {
        String text = String.join(", ", enrolled.asked().messages());
        String serial = enrolled.asked().questions().get(0).serial();
        note(request, text).actionDetail("enrolled " + serial);
        Map<String, Object> detail = new HashMap<>(answer.envelope().detail());
        detail.keySet().removeAll(TOLD_OF_USERS);
        detail.putAll(ChallengeDetail.ofEnrolment(
                enrolled.asked(),
                QrCode.dataUri(enrolled.address().reveal()),
                policies.preferredClientMode(request, user(request))));
        return answer.refused().detail(detail).authentication("CHALLENGE");
    }

    private Optional<KnownUser> user(ApiRequest request) {
        return subjects.of(request) instanceof Subject.Named named
                ? Optional.ofNullable(named.known())
                : Optional.empty();
    }

    /** Where nobody could see what is to be scanned, whoever owes a token is not let in, and gets none. */
    PostPolicy enrolmentElsewhere() {
        return PostPolicy.of(
                "enrolment of a token by another log-in",
                (request, reply) -> owedBy(request, reply)
                        .map(token -> refused(request, reply, token))
                        .orElse(reply),
                AuthenticationActions.ENROLL_VIA_MULTICHALLENGE);
    }

    private Reply refused(ApiRequest request, Reply reply, OwedToken token) {
        owed.note(request, subjects.of(request));
        note(request, "a token of the type " + token.type() + " has to be enrolled first");
        return LoginAnswer.of(reply).refused();
    }

    private static AuditNotes note(ApiRequest request, String text) {
        AuditNotes notes = request.notes();
        return notes.success(false).info(notes.info() + ", " + text);
    }
}
