package org.symbolon.command.eventhandler.port;

import org.symbolon.events.shared.Secret;

/** Programs elsewhere that are told what happened. */
@FunctionalInterface
public interface WebHooks {

    /**
     * Tells one.
     *
     * @param id the same in every attempt
     * @param type what the header says of the body
     * @throws OutsideFailedException if it does not take it
     */
    void post(String id, Secret address, String type, Secret body) throws OutsideFailedException;
}
