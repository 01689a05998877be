package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A new token has shown one of its values, and is good from now on. */
@EventName("EnrolmentVerified")
@Revision("1")
public record EnrolmentVerified(String serial, int tokenId) implements TokenEvent {}
