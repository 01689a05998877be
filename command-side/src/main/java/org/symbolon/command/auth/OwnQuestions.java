package org.symbolon.command.auth;

import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.Question;

/** What log-ins ask for themselves, whatever type a token is of. */
final class OwnQuestions {

    /** The name of the challenges that ask for a new PIN. */
    static final String PIN_RESET = "generic_pin_reset";

    private static final String RESYNCHRONISATION = "generic_resync";

    private final ChallengeValidity validity;

    OwnQuestions(ChallengeValidity validity) {
        this.validity = validity;
    }

    /** Whether a challenge of this name is one of these, for which a client needs nothing. */
    static boolean areAbout(String challenge) {
        return challenge.equals(PIN_RESET) || challenge.equals(RESYNCHRONISATION);
    }

    /** About the next value of a token that is out of step. */
    Question nextValue(Token token) {
        return Question.saying("To resync your token, please enter the next OTP value")
                .about(RESYNCHRONISATION, "")
                .validFor(validity.seconds(token.type()));
    }

    /** About the first value of a token that the log-in enrols. */
    Question enrolment(String text, boolean optional) {
        return Question.saying(text).step(optional ? EnrollableByLogin.OPTIONAL_SESSION : EnrollableByLogin.SESSION);
    }

    Question newPin() {
        return aboutPin("Please enter a new PIN");
    }

    Question pinAgain() {
        return aboutPin("Please enter the new PIN again");
    }

    private Question aboutPin(String message) {
        return Question.saying(message).about(PIN_RESET, "").validFor(validity.secondsForPinReset());
    }
}
