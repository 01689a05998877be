package org.symbolon.events.tokengroup;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** A token group was deleted. */
@EventName("TokengroupDeleted")
@Revision("1")
public record TokengroupDeleted(String name, int number) implements TokengroupEvent, DefinitionDeleted {}
