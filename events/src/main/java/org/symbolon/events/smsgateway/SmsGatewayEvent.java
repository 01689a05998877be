package org.symbolon.events.smsgateway;

/** What can happen to the definition of an SMS gateway. */
public sealed interface SmsGatewayEvent
        permits SmsGatewayCreated,
                SmsGatewayReconfigured,
                SmsGatewayOptionRemoved,
                SmsGatewayHeaderRemoved,
                SmsGatewayDeleted {

    String identifier();

    int number();
}
