package org.symbolon.policy.enrolment;

import java.util.List;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;

/** The tokens there are, as far as policies about tokens go by them. */
public interface EnrolledTokens {

    /** Whether there is such a token, and it has a PIN. */
    boolean hasPin(String serial);

    /** Whether there is such a token, and it has to show a value before it is good. */
    boolean isUnverified(String serial);

    /** The types of the user's tokens, each once. */
    List<String> typesOf(TokenOwner owner);

    /** Whether there may be one more. */
    boolean isRoom(TokenLimit limit);
}
