package org.symbolon.query.caconnector;

import java.util.Map;
import java.util.Optional;

/**
 * A CA connector as it is listed.
 *
 * @param entries its configuration, empty where the value is a secret
 */
public record CaConnectorView(int number, String name, String type, Map<String, Optional<String>> entries) {}
