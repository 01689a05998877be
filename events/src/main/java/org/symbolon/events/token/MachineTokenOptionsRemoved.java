package org.symbolon.events.token;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Options of a machine token were taken away. */
@EventName("MachineTokenOptionsRemoved")
@Revision("1")
public record MachineTokenOptionsRemoved(String serial, int tokenId, int number, List<String> keys)
        implements TokenEvent {}
