package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A challenge was asked for: by the PIN alone or by an administrator. The refusal says why the token got none, null if it got one. */
@EventName("ChallengeRequested")
@Revision("2")
public record ChallengeRequested(String serial, int tokenId, String refusal, StateChange change)
        implements TokenEvent {}
