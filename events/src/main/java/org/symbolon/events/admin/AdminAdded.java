package org.symbolon.events.admin;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A local administrator was added. */
@EventName("AdminAdded")
@Revision("1")
public record AdminAdded(String username, String passwordHash, String email) implements AdminEvent {}
