package org.symbolon.command.machine.application;

import java.util.Map;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.shared.Secret;

/**
 * A machine's wish for an item.
 *
 * @param challenge what the machine has to say to the token, empty for nothing
 * @param options what is set of the token's use on this machine
 */
public record ItemRequest(
        Secret challenge, Map<String, String> options, SystemSettings settings, Randomness randomness) {}
