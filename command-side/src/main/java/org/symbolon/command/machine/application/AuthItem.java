package org.symbolon.command.machine.application;

import java.util.List;
import java.util.Map;
import org.symbolon.events.shared.Secret;

/** What a machine gets to check log-ins with, or to open a disk with. */
public sealed interface AuthItem {

    /** A line for the file of authorized keys. */
    record AuthorizedKey(String line) implements AuthItem {}

    /** What a token answers to a challenge; both are hexadecimal. */
    record ChallengeResponse(String challenge, Secret response) implements AuthItem {}

    /**
     * A key in advance, for a machine that has no network: nothing of it is secret but what it can ask for it again with.
     *
     * @param key what the machine checks answers with, under the names of the wire
     */
    record OfflineKey(Map<String, String> key, Secret refillToken) implements AuthItem {

        public OfflineKey {
            key = Map.copyOf(key);
        }
    }

    /**
     * Values in advance, for a machine that has no network.
     *
     * @param first the counter of the first value
     * @param passes what a user will type, one for each counter
     * @param rounds how often each is to be hashed
     * @param refillToken what the machine can ask for more with
     */
    record OfflineValues(long first, List<Secret> passes, int rounds, Secret refillToken) implements AuthItem {

        public OfflineValues {
            passes = List.copyOf(passes);
        }

        public long next() {
            return first + passes.size();
        }
    }
}
