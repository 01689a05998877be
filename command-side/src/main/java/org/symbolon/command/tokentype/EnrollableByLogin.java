package org.symbolon.command.tokentype;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/** A type of which a log-in can enrol a token on the way, and asks for the first value. */
public interface EnrollableByLogin extends TokenType {

    /** The session of the challenges by which that is done. */
    String SESSION = "enrollment";

    /** The same where whoever logs in may do without the token. */
    String OPTIONAL_SESSION = "enrollment_optional";

    /** Whether a challenge is one of these. */
    static boolean isAsked(OpenChallenge challenge) {
        return isSession(challenge.session());
    }

    /** Whether a challenge with this session is one of these. */
    static boolean isSession(String session) {
        return session.equals(SESSION) || session.equals(OPTIONAL_SESSION);
    }

    /** What a person is told. */
    String prompt();

    /** What is shown to him, as a picture; empty for nothing. */
    default Optional<Secret> shown(List<Disclosure> disclosures) {
        return Optional.empty();
    }

    /** What such an enrolment sets, of which nobody has said more than policies do. Its question, if it has one, is in these sessions. */
    default EnrolmentStep enrolByLogin(EnrolmentRequest request) {
        return enrol(request);
    }
}
