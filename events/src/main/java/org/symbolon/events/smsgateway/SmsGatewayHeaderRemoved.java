package org.symbolon.events.smsgateway;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A header of an SMS gateway was taken away. */
@EventName("SmsGatewayHeaderRemoved")
@Revision("1")
public record SmsGatewayHeaderRemoved(String identifier, int number, String key) implements SmsGatewayEvent {}
