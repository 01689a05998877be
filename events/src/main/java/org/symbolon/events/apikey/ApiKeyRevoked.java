package org.symbolon.events.apikey;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A program's key counts no more. */
@EventName("ApiKeyRevoked")
@Revision("1")
public record ApiKeyRevoked(String keyId) implements ApiKeyEvent {}
