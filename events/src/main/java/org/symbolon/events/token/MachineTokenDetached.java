package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token was detached from a machine, or from an application on any machine. */
@EventName("MachineTokenDetached")
@Revision("1")
public record MachineTokenDetached(String serial, int tokenId, int number) implements TokenEvent {}
