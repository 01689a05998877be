package org.symbolon.events.token;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Entries of a token's info were written; the others stayed. */
@EventName("TokenInfoSet")
@Revision("1")
public record TokenInfoSet(String serial, int tokenId, Map<String, String> info) implements TokenEvent {}
