package org.symbolon.events.token;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Entries of a token's info were removed. */
@EventName("TokenInfoRemoved")
@Revision("1")
public record TokenInfoRemoved(String serial, int tokenId, List<String> keys) implements TokenEvent {}
