package org.symbolon.events.admin;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A local administrator was removed. */
@EventName("AdminRemoved")
@Revision("1")
public record AdminRemoved(String username) implements AdminEvent {}
