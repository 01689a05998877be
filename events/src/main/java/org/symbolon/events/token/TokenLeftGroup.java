package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token left a group. */
@EventName("TokenLeftGroup")
@Revision("1")
public record TokenLeftGroup(String serial, int tokenId, String group) implements TokenEvent {}
