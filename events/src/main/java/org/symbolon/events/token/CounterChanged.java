package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** It became known where the counter of a token's device is: its file said so. */
@EventName("CounterChanged")
@Revision("1")
public record CounterChanged(String serial, int tokenId, long counter) implements TokenEvent {}
