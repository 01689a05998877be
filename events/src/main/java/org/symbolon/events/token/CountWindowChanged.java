package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** How far a log-in may look ahead of the counter changed. */
@EventName("CountWindowChanged")
@Revision("1")
public record CountWindowChanged(String serial, int tokenId, int countWindow) implements TokenEvent {}
