package org.symbolon.events.user;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A user got a custom attribute, or another value for one that he had. */
@EventName("UserAttributeSet")
@Revision("1")
public record UserAttributeSet(UserKey user, int number, String key, String value, String type)
        implements UserAttributeEvent {}
