package org.symbolon.events.token;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token is in these groups from now on, and in no others. */
@EventName("TokenGroupsReplaced")
@Revision("1")
public record TokenGroupsReplaced(String serial, int tokenId, List<String> groups) implements TokenEvent {}
