package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** How far a resynchronisation may look ahead of the counter changed. */
@EventName("SyncWindowChanged")
@Revision("1")
public record SyncWindowChanged(String serial, int tokenId, int syncWindow) implements TokenEvent {}
