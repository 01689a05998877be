package org.symbolon.command.token;

import java.util.List;
import org.symbolon.events.token.TokenLimit;

/** Do this to tokens, an {@link EnrollToken}, {@link AssignToken} or {@link EnableTokens}, unless there are too many. */
public record WithinLimits(List<TokenLimit> limits, Object command) {

    /** The command as it is where there are no limits. */
    public static Object of(List<TokenLimit> limits, Object command) {
        return limits.isEmpty() ? command : new WithinLimits(limits, command);
    }
}
