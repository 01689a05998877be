package org.symbolon.events.token;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Options of a machine token were written; the others stayed. */
@EventName("MachineTokenOptionsSet")
@Revision("1")
public record MachineTokenOptionsSet(String serial, int tokenId, int number, Map<String, String> options)
        implements TokenEvent {}
