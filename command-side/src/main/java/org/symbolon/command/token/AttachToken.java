package org.symbolon.command.token;

import java.util.Map;
import org.symbolon.command.machine.MachineAddress;

/**
 * Attach a token to a machine for an application.
 *
 * @param machine null for any machine
 */
public record AttachToken(String serial, String application, MachineAddress machine, Map<String, String> options) {}
