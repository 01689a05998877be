package org.symbolon.command.eventhandler;

import java.util.Map;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.Secret;

/**
 * Define an event handler, or write one anew.
 *
 * @param handlerId which one to write anew, null to define another
 * @param options options of the action by key; they are all that it has from then on
 */
public record SaveEventHandler(Integer handlerId, HandlerDefinition definition, Map<String, Secret> options) {}
