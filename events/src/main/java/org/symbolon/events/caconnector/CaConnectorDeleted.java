package org.symbolon.events.caconnector;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** A CA connector was deleted. */
@EventName("CaConnectorDeleted")
@Revision("1")
public record CaConnectorDeleted(String name, int number) implements CaConnectorEvent, DefinitionDeleted {}
