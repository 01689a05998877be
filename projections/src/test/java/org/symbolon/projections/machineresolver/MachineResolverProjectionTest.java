package org.symbolon.projections.machineresolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.machineresolver.MachineResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class MachineResolverProjectionTest {

    private static final ConfigEntry SECRET = new ConfigEntry(null, new Sealed("key-1", "box-1"), "password", "text");

    @Test
    void theyComeChangeAndGoWithTheirEntries() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            new MachineResolverCreated(
                                    "one", 4, "hosts", Map.of("b", SECRET, "a", ConfigEntry.plain("1"))),
                            new MachineResolverCreated("two", 5, "hosts", Map.of("a", ConfigEntry.plain("1"))),
                            new MachineResolverReconfigured(
                                    "one", 4, Map.of("a", ConfigEntry.plain("2"), "c", ConfigEntry.plain("3"))),
                            new MachineResolverDeleted("two", 5))
                    .projectInline(new DefinitionProjection(database.jdbc(), MachineResolverTable.TABLE));
            assertThat(database.rows("machineresolver")).containsExactly("{id=4, name=one, rtype=hosts}");
            assertThat(database.rows("machineresolverconfig"))
                    .containsExactly(
                            "{Description=, Key=a, Type=, Value=2, data_key=null, id=1024, resolver_id=4}",
                            "{Description=, Key=c, Type=, Value=3, data_key=null, id=3073, resolver_id=4}",
                            "{Description=text, Key=b, Type=password, Value=box-1, data_key=key-1, id=1025, resolver_id=4}");
        }
    }
}
