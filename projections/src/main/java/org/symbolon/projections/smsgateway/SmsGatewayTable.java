package org.symbolon.projections.smsgateway;

import static org.symbolon.projections.definition.DefinitionColumn.column;

import org.symbolon.events.smsgateway.SmsGatewayEvent;
import org.symbolon.events.smsgateway.SmsGatewaySettings;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of SMS gateways, whose options and headers are in another one. */
public final class SmsGatewayTable {

    public static final DefinitionTable<SmsGatewaySettings> TABLE = DefinitionTable.of(
                    SmsGatewayEvent.class,
                    SmsGatewaySettings.class,
                    "smsgateway",
                    "identifier",
                    column("providermodule", SmsGatewaySettings::provider),
                    column("description", SmsGatewaySettings::description))
            .with(new SmsGatewayOptions());

    private SmsGatewayTable() {}
}
