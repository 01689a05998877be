package org.symbolon.server.policy.enrolment;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;

/** The tokens there are, as far as policies about tokens go by them. */
public interface EnrolledTokens {

    /**
     * A token, and where it belongs.
     *
     * @param owner empty where it belongs to nobody
     * @param realms the realms that it is in, in their order
     */
    record Enrolled(String serial, String type, Optional<TokenOwner> owner, List<String> realms) {}

    Optional<Enrolled> find(String serial);

    /** Whether there is such a token, and it has a PIN. */
    boolean hasPin(String serial);

    /** The types of the user's tokens, each once. */
    List<String> typesOf(TokenOwner owner);

    /** Whether there may be one more. */
    boolean isRoom(TokenLimit limit);
}
