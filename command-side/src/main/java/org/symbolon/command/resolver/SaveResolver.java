package org.symbolon.command.resolver;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * Create a resolver, or write the given entries of one that exists.
 *
 * @param entries values by key
 * @param types types by key ({@code password} seals the value), for keys that the resolver's type does not know
 * @param descriptions descriptions by key
 */
public record SaveResolver(
        String name,
        String type,
        Map<String, Secret> entries,
        Map<String, String> types,
        Map<String, String> descriptions) {}
