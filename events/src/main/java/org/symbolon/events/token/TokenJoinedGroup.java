package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token came into a group. */
@EventName("TokenJoinedGroup")
@Revision("1")
public record TokenJoinedGroup(String serial, int tokenId, String group) implements TokenEvent {}
