package org.symbolon.reactions.effect.port;

import java.util.List;
import java.util.Map;

/** Where this node looks what is to be carried out. It may be behind: {@link EffectJournal#open} has the last word. */
public interface DueEffects {

    /** The ids of effects by their kind that are due and taken by nobody, the oldest first, of each kind so many at most, or none. */
    Map<String, List<String>> due(Map<String, Integer> mostByKind);
}
