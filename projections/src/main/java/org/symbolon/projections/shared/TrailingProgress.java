package org.symbolon.projections.shared;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Takes part in every event and does nothing, so that the position of the trailing models also moves on with events that
 * concern none of them. Whoever waits for the models would otherwise wait for the next request.
 */
@ProcessingGroup("trailing")
public class TrailingProgress {

    @EventHandler
    void on(Object event) {}
}
