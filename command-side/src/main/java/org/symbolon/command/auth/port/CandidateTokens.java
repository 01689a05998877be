package org.symbolon.command.auth.port;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.TokenOwner;

/** Which tokens an authentication may try. The answer includes every change that any node has answered for. */
public interface CandidateTokens {

    List<Candidate> ofOwner(TokenOwner owner);

    Optional<Candidate> withSerial(String serial);

    /**
     * What must be known of a token before its PIN can be looked at.
     *
     * @param pinHash hash of the PIN, or the sealed PIN; empty for the empty PIN
     * @param owner whom the token belongs to, null for nobody
     */
    record Candidate(String serial, String type, int otpLength, String pinHash, TokenOwner owner) {}
}
