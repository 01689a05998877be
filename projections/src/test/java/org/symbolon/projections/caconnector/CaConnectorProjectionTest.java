package org.symbolon.projections.caconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.caconnector.CaConnectorCreated;
import org.symbolon.events.caconnector.CaConnectorDeleted;
import org.symbolon.events.caconnector.CaConnectorReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class CaConnectorProjectionTest {

    private static final ConfigEntry SECRET = new ConfigEntry(null, new Sealed("key-1", "box-1"), "password", "text");

    @Test
    void theyComeChangeAndGoWithTheirEntries() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            new CaConnectorCreated("one", 4, "local", Map.of("b", SECRET, "a", ConfigEntry.plain("1"))),
                            new CaConnectorCreated("two", 5, "local", Map.of("a", ConfigEntry.plain("1"))),
                            new CaConnectorReconfigured(
                                    "one", 4, Map.of("a", ConfigEntry.plain("2"), "c", ConfigEntry.plain("3"))),
                            new CaConnectorDeleted("two", 5))
                    .projectInline(new DefinitionProjection(database.jdbc(), CaConnectorTable.TABLE));
            assertThat(database.rows("caconnector")).containsExactly("{catype=local, id=4, name=one}");
            assertThat(database.rows("caconnectorconfig"))
                    .containsExactly(
                            "{Description=, Key=a, Type=, Value=2, caconnector_id=4, data_key=null, id=1024}",
                            "{Description=, Key=c, Type=, Value=3, caconnector_id=4, data_key=null, id=3073}",
                            "{Description=text, Key=b, Type=password, Value=box-1, caconnector_id=4, data_key=key-1, id=1025}");
        }
    }
}
