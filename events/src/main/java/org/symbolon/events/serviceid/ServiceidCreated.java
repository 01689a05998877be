package org.symbolon.events.serviceid;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A service id came into being. */
@EventName("ServiceidCreated")
@Revision("1")
public record ServiceidCreated(String name, int number, String description) implements ServiceidEvent {}
