package org.symbolon.command.token;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * Hand a machine that checks log-ins by itself as much as it has used up.
 *
 * @param computer the name by which the machine is known, empty where it says none
 * @param refillToken what it got to ask with
 * @param pass what was typed there last; empty for a key
 * @param options what is set of the token's use on such machines, null where it is for none any more
 */
public record RefillOffline(
        String serial, String computer, Secret refillToken, Secret pass, Map<String, String> options) {

    /** What comes of it. */
    public sealed interface Outcome {}

    /** It gets this. */
    public record Refilled(FetchedItem item) implements Outcome {}

    /** It gets nothing, for this reason. */
    public record Refused(int code, String reason) implements Outcome {}
}
