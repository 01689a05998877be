package org.symbolon.api.configuration;

import java.util.Map;

/**
 * Something that is configured, as it is on the server.
 *
 * @param name under which files know it
 * @param number under which the API knows it, 0 where it has none
 * @param fields all of them: texts, whole numbers, booleans, lists, maps, and a {@link SealedValue} for each secret
 */
record ConfiguredItem(String name, int number, Map<String, Object> fields) {}
