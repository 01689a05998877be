package org.symbolon.reactions.effect.port;

import java.util.Collection;
import java.util.Set;

/**
 * Which effects this node has taken for itself, so that no other carries them out meanwhile. A lease runs out by itself when
 * it is not renewed, for its node may have died.
 */
public interface EffectLeases {

    /** Takes the lease of an effect that is being planned, in the transaction that plans it. */
    void takeWithin(String effectId);

    /** Takes those that nobody holds, and answers which. */
    Set<String> take(Collection<String> effectIds);

    /** Renews those that this node still holds. */
    void renew(Collection<String> effectIds);

    /** Gives them back. */
    void release(Collection<String> effectIds);
}
