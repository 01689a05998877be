package org.symbolon.events.smsgateway;

import java.util.Map;
import org.symbolon.events.shared.ConfigEntry;

/**
 * How text messages are handed to a gateway.
 *
 * @param provider the kind of gateway, by the name under which clients know it
 * @param description null if its last change named none
 * @param options what the provider is told
 * @param headers what goes along with each request over HTTP
 */
public record SmsGatewaySettings(
        String provider, String description, Map<String, ConfigEntry> options, Map<String, ConfigEntry> headers) {}
