package org.symbolon.events.smsgateway;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to the definition of an SMS gateway. */
public sealed interface SmsGatewayEvent extends DefinitionEvent
        permits SmsGatewayCreated,
                SmsGatewayReconfigured,
                SmsGatewayOptionRemoved,
                SmsGatewayHeaderRemoved,
                SmsGatewayDeleted {

    String identifier();

    @Override
    default String name() {
        return identifier();
    }
}
