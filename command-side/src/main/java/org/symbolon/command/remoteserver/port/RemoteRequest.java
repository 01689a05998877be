package org.symbolon.command.remoteserver.port;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.symbolon.events.shared.Secret;

/**
 * Somebody who is to be let in.
 *
 * @param who he is, under the names of the wire; no value is empty
 * @param pass what he has typed
 * @param transactionId of the challenge there that this answers
 */
public record RemoteRequest(SortedMap<String, String> who, Secret pass, Optional<String> transactionId) {

    public RemoteRequest {
        who = new TreeMap<>(who);
        who.values().removeIf(String::isEmpty);
    }

    @Override
    public SortedMap<String, String> who() {
        return new TreeMap<>(who);
    }
}
