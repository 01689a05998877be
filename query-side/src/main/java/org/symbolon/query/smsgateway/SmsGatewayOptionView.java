package org.symbolon.query.smsgateway;

import java.util.Optional;

/**
 * An option or a header of an SMS gateway.
 *
 * @param gateway the gateway's number
 * @param value empty where it is a secret
 */
public record SmsGatewayOptionView(int gateway, boolean header, String key, Optional<String> value) {}
