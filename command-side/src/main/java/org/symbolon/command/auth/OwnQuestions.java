package org.symbolon.command.auth;

import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.Question;

/** What log-ins ask for themselves, whatever type a token is of. */
final class OwnQuestions {

    /** The name of the challenges that ask for a new PIN. */
    static final String PIN_RESET = "generic_pin_reset";

    private final ChallengeValidity validity;

    OwnQuestions(ChallengeValidity validity) {
        this.validity = validity;
    }

    /** About the next value of a token that is out of step. */
    Question nextValue(Token token) {
        return Question.saying("To resync your token, please enter the next OTP value")
                .about("generic_resync", "")
                .validFor(validity.seconds(token.type()));
    }

    /** About the first value of a token of this type that the log-in enrols. */
    Question enrolment(EnrollableByLogin type) {
        return Question.saying(type.prompt()).step(EnrollableByLogin.SESSION);
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
