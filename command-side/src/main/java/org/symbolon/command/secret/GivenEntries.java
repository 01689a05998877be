package org.symbolon.command.secret;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * What somebody says about the entries of a configuration.
 *
 * @param values values by key
 * @param types types by key ({@code password} seals the value)
 * @param descriptions descriptions by key
 */
public record GivenEntries(Map<String, Secret> values, Map<String, String> types, Map<String, String> descriptions) {}
