package org.symbolon.events.smsgateway;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;

/** An SMS gateway was defined. */
@EventName("SmsGatewayCreated")
@Revision("1")
public record SmsGatewayCreated(String identifier, int number, SmsGatewaySettings settings)
        implements SmsGatewayEvent, DefinitionMade<SmsGatewaySettings> {}
