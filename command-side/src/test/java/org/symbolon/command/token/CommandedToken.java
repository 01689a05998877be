package org.symbolon.command.token;

import static org.symbolon.command.support.EnrolledToken.SERIAL;

import org.symbolon.command.support.TokenFixture;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;

/** A token, and the commands that administrators send to it. */
abstract class CommandedToken {

    final TokenFixture token = new TokenFixture();

    static ResynchronizeToken resynchronise(String first, String second) {
        return new ResynchronizeToken(SERIAL, Secret.of(first), Secret.of(second));
    }

    static OtpRejected rejected(int failCount) {
        return new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, failCount, failCount, StateChange.NONE);
    }
}
