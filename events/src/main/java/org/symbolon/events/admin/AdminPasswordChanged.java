package org.symbolon.events.admin;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A local administrator got another password. */
@EventName("AdminPasswordChanged")
@Revision("1")
public record AdminPasswordChanged(String username, String passwordHash) implements AdminEvent {}
