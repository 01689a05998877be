package org.symbolon.events.smsgateway;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** An option of an SMS gateway was taken away. */
@EventName("SmsGatewayOptionRemoved")
@Revision("1")
public record SmsGatewayOptionRemoved(String identifier, int number, String key) implements SmsGatewayEvent {}
