package org.symbolon.reactions.effect.port;

import java.util.List;

/** Where this node looks what is to be carried out. It may be behind: {@link EffectJournal#open} has the last word. */
public interface DueEffects {

    /** The ids of effects of a kind that are due and taken by nobody, the oldest first. */
    List<String> due(String kind, int most);
}
