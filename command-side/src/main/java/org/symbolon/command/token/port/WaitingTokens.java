package org.symbolon.command.token.port;

import java.util.Optional;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;

/** Finds tokens that wait for their client's part of the seed. */
public interface WaitingTokens {

    Optional<WaitingToken> withSerial(String serial);

    /**
     * Such a token.
     *
     * @param token what its type may know of it
     * @param serverPart the part of the seed that the server has made
     */
    record WaitingToken(String type, TokenView token, Sealed serverPart) {}
}
