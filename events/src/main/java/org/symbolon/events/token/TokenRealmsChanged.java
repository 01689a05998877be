package org.symbolon.events.token;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token was put into these realms and no others. */
@EventName("TokenRealmsChanged")
@Revision("1")
public record TokenRealmsChanged(String serial, int tokenId, List<String> realms) implements TokenEvent {}
