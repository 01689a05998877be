package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** An attempt with this token failed; failCount and authCount are the values after it. */
@EventName("OtpRejected")
@Revision("2")
public record OtpRejected(String serial, int tokenId, Reason reason, int failCount, int authCount, StateChange change)
        implements TokenEvent {

    /** Why an attempt failed. */
    public enum Reason {
        WRONG_PIN,
        WRONG_OTP,
        REPLAYED_OTP
    }
}
