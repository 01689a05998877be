package org.symbolon.projections.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.radiusclient.RadiusClientCreated;
import org.symbolon.events.radiusclient.RadiusClientDeleted;
import org.symbolon.events.radiusclient.RadiusClientReconfigured;
import org.symbolon.events.radiusclient.RadiusClientSettings;
import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class RadiusClientProjectionTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void clientsComeChangeAndGo() {
        RadiusClientSettings first = new RadiusClientSettings(
                "10.0.0.1", RadiusTransport.UDP, new Sealed("key-1", "box-1"), "", "", false, "staff", true, "text");
        RadiusClientSettings second =
                new RadiusClientSettings("10.0.0.0/8", RadiusTransport.TLS, null, "pem", "vpn", true, "", false, "");

        new EventStream(database)
                .append(
                        new RadiusClientCreated("a", 1, first),
                        new RadiusClientCreated("b", 2, first),
                        new RadiusClientCreated("c", 3, second),
                        new RadiusClientReconfigured("a", 1, second),
                        new RadiusClientReconfigured("c", 3, first),
                        new RadiusClientDeleted("b", 2))
                .projectInline(new DefinitionProjection(database.jdbc(), RadiusClientTable.TABLE));

        assertThat(database.rows("radiusclient"))
                .containsExactly(
                        "{address=10.0.0.0/8, caller_address=false, certificate_name=vpn, certificates=pem,"
                                + " data_key=null, description=, id=1, name=a, realm=, require_ma=true, secret=,"
                                + " transport=tls}",
                        "{address=10.0.0.1, caller_address=true, certificate_name=, certificates=, data_key=key-1,"
                                + " description=text, id=3, name=c, realm=staff, require_ma=false, secret=box-1,"
                                + " transport=udp}");
    }
}
