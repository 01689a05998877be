package org.symbolon.projections.smsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.smsgateway.SmsGatewayCreated;
import org.symbolon.events.smsgateway.SmsGatewayDeleted;
import org.symbolon.events.smsgateway.SmsGatewayHeaderRemoved;
import org.symbolon.events.smsgateway.SmsGatewayOptionRemoved;
import org.symbolon.events.smsgateway.SmsGatewayReconfigured;
import org.symbolon.events.smsgateway.SmsGatewaySettings;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class SmsGatewayProjectionTest {

    private static final ConfigEntry ONE = ConfigEntry.plain("1");
    private static final ConfigEntry TWO = ConfigEntry.plain("2");
    private static final ConfigEntry SECRET = new ConfigEntry(null, new Sealed("key-1", "box-1"), "password", "");

    @Test
    void gatewaysComeChangeAndGoAndWhatStaysKeepsItsRow() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            new SmsGatewayCreated(
                                    "one",
                                    4,
                                    new SmsGatewaySettings(
                                            "http", "", Map.of("a", ONE, "b", ONE), Map.of("a", SECRET, "c", ONE))),
                            new SmsGatewayCreated(
                                    "two", 5, new SmsGatewaySettings("http", "", Map.of("a", ONE), Map.of())),
                            new SmsGatewayReconfigured(
                                    "one",
                                    4,
                                    new SmsGatewaySettings(
                                            "script",
                                            null,
                                            Map.of("b", TWO, "d", TWO, "e", ONE),
                                            Map.of("a", SECRET, "f", ONE))),
                            new SmsGatewayOptionRemoved("one", 4, "e"),
                            new SmsGatewayHeaderRemoved("one", 4, "f"),
                            new SmsGatewayDeleted("two", 5))
                    .projectInline(
                            new DefinitionProjection(database.jdbc(), SmsGatewayTable.TABLE),
                            new SmsGatewayOptionProjection(database.jdbc()));
            assertThat(database.rows("smsgateway"))
                    .containsExactly("{description=null, id=4, identifier=one, providermodule=script}");
            assertThat(database.rows("smsgatewayoption"))
                    .containsExactly(
                            "{Key=a, Type=header, Value=box-1, data_key=key-1, gateway_id=4, id=1026}",
                            "{Key=b, Type=option, Value=2, data_key=null, gateway_id=4, id=1025}",
                            "{Key=d, Type=option, Value=2, data_key=null, gateway_id=4, id=3073}");
        }
    }
}
