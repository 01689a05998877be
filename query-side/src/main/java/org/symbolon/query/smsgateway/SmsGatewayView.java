package org.symbolon.query.smsgateway;

import java.util.Map;
import java.util.Optional;

/**
 * An SMS gateway as it is listed.
 *
 * @param description null if its last change named none
 * @param options values by name, empty where the value is a secret
 * @param headers values by name, empty where the value is a secret
 */
public record SmsGatewayView(
        int number,
        String identifier,
        String provider,
        String description,
        Map<String, Optional<String>> options,
        Map<String, Optional<String>> headers) {}
