package org.symbolon.command.eventhandler;

import java.util.List;
import org.symbolon.command.effect.Effect;

/**
 * Plan what an event handler causes outside.
 *
 * @param causes each with the serial of the token that it is about, empty for none
 */
public record CauseEffects(int handlerId, List<Caused> causes) {

    /** One of them. */
    public record Caused(Effect effect, String serial) {}

    public CauseEffects {
        causes = List.copyOf(causes);
    }
}
