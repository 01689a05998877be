package org.symbolon.command.auth;

import static org.symbolon.command.support.EnrolledToken.PIN_HASH;
import static org.symbolon.command.support.EnrolledToken.SERIAL;

import java.util.List;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;

/** One token, and attempts to log in with it. */
abstract class CheckedCredentials {

    static final String FIRST_OTP = "755224";
    static final String WRONG_OTP = "000000";
    final TokenFixture token = new TokenFixture();

    static OtpRejected wrongPin(int failCount) {
        return new OtpRejected(SERIAL, 1, Reason.WRONG_PIN, failCount, 0, StateChange.NONE);
    }

    static Decision decision(boolean accepted, String message) {
        return new Decision(accepted, message, SERIAL, "hotp", 6);
    }

    static LogIn check(Trial trial) {
        return LogInKit.checking(null, List.of(trial), false);
    }

    static LogIn rightPin(String otp) {
        return check(rightTrial(otp));
    }

    static Trial rightTrial(String otp) {
        return new Trial(SERIAL, Secret.of(otp), true, PIN_HASH, true);
    }

    static LogIn valueAlone(String otp) {
        return LogInKit.checking(null, List.of(rightTrial(otp)), true);
    }

    static LogIn wrongPinWith(String otp) {
        return check(new Trial(SERIAL, Secret.of(otp), true, PIN_HASH, false));
    }
}
