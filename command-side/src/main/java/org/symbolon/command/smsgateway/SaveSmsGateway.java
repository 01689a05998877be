package org.symbolon.command.smsgateway;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * Define an SMS gateway, or replace the definition of that identifier: what is not given is gone afterwards.
 *
 * @param provider one of the known kinds
 * @param description null for none
 */
public record SaveSmsGateway(
        String identifier,
        String provider,
        String description,
        Map<String, Secret> options,
        Map<String, Secret> headers) {}
