package org.symbolon.reactions.effect.port;

import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.effect.EffectOrder;

/** What becomes of effects, as facts. Each call is a transaction of its own, which has ended when it returns. */
public interface EffectJournal {

    /** What is to be done, if it is still to be done. */
    Optional<EffectOrder> open(String effectId);

    void carriedOut(String effectId);

    /** Answers when the next attempt is due; empty if there is none. */
    Optional<Instant> failed(String effectId, String reason, boolean permanent);
}
