package org.symbolon.events.token;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * A token was attached to a machine for an application.
 *
 * @param number the number of this machine token, which no other has or had
 * @param machine null for any machine
 */
@EventName("MachineTokenAttached")
@Revision("1")
public record MachineTokenAttached(
        String serial,
        int tokenId,
        int number,
        String application,
        AttachedMachine machine,
        Map<String, String> options)
        implements TokenEvent {}
