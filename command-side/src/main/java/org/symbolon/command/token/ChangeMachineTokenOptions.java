package org.symbolon.command.token;

import java.util.List;
import java.util.Map;

/**
 * Set options of some of a token's machine tokens.
 *
 * @param options an empty text takes an option away
 */
public record ChangeMachineTokenOptions(String serial, List<Integer> machineTokens, Map<String, String> options) {}
