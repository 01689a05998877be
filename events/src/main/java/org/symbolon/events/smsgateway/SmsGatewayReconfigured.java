package org.symbolon.events.smsgateway;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;

/** An SMS gateway has these settings from now on; options and headers that are not among them are gone. */
@EventName("SmsGatewayReconfigured")
@Revision("1")
public record SmsGatewayReconfigured(String identifier, int number, SmsGatewaySettings settings)
        implements SmsGatewayEvent, DefinitionChanged<SmsGatewaySettings> {}
