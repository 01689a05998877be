package org.symbolon.events.user;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A user lost a custom attribute. */
@EventName("UserAttributeDeleted")
@Revision("1")
public record UserAttributeDeleted(UserKey user, int number, String key) implements UserAttributeEvent {}
