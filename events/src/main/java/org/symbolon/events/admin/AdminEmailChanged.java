package org.symbolon.events.admin;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A local administrator got another e-mail address. */
@EventName("AdminEmailChanged")
@Revision("1")
public record AdminEmailChanged(String username, String email) implements AdminEvent {}
