package org.symbolon.command.eventhandler.port;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/** Other servers of this kind that requests are passed on to. */
@FunctionalInterface
public interface FederatedServers {

    /**
     * A request as it is passed on.
     *
     * @param server the identifier of the server's definition
     * @param login the log-in token that goes along, empty for none
     */
    record Passed(String server, String method, String path, Map<String, Secret> parameters, Secret login) {

        /** Shows no parameter. */
        @Override
        public String toString() {
            return "Passed[" + server + " " + method + " " + path + "]";
        }
    }

    /**
     * What the server answers.
     *
     * @param json its body, which it may have filled with whatever it likes
     * @param address that was asked
     */
    record Answered(int status, Secret json, String address) {}

    /**
     * Passes a request on, within a bounded time.
     *
     * @throws OutsideFailedException if there is no such server, or no answer
     */
    Answered pass(Passed request) throws OutsideFailedException;
}
