package org.symbolon.command.tokentype;

import java.util.Optional;
import org.symbolon.command.effect.Effect;
import org.symbolon.events.token.StateChange;

/** A type whose tokens stand for something that others go by, who are told when a token is revoked. */
public interface RevokedOutside {

    /** What tells them; empty where nobody is to know. */
    Optional<Effect> toldOutside(TokenView token);

    /**
     * What the token keeps of why it is revoked.
     *
     * @param reason empty where nobody gave one
     * @throws org.symbolon.command.error.Refusal 905 if it is none that others know
     */
    StateChange revokedFor(TokenView token, String reason);
}
