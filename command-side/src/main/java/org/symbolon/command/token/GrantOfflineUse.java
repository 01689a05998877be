package org.symbolon.command.token;

import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * Let a machine check log-ins by itself with a token with which somebody has just logged in there.
 *
 * @param computer the name by which the machine is known, empty where it has said none
 * @param options what is set of the token's use on it
 * @param pass what was typed; empty where that is not known, so that no values can be handed out
 */
public record GrantOfflineUse(String serial, String computer, Map<String, String> options, Optional<Secret> pass) {}
