package org.symbolon.events.smsgateway;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** The definition of an SMS gateway was deleted. */
@EventName("SmsGatewayDeleted")
@Revision("1")
public record SmsGatewayDeleted(String identifier, int number) implements SmsGatewayEvent, DefinitionDeleted {}
