package org.symbolon.projections.serviceid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidDescribed;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class ServiceidProjectionTest {

    @Test
    void serviceIdsAreMadeDescribedAndDeleted() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            new ServiceidCreated("imap", 4, "mail"),
                            new ServiceidCreated("IMAP", 5, ""),
                            new ServiceidDescribed("imap", 4, null),
                            new ServiceidDeleted("IMAP", 5))
                    .projectInline(new DefinitionProjection(database.jdbc(), ServiceidTable.TABLE));
            assertThat(database.rows("serviceid")).containsExactly("{Description=null, id=4, name=imap}");
        }
    }

    @Test
    void theConfigurationsTimeIsThatOfTheLastOneMadeOrDeleted() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(new ServiceidCreated("imap", 4, "mail"), new ServiceidDescribed("imap", 4, null))
                    .projectInline(new ConfigProjection(database.jdbc()));
            assertThat(database.jdbc().queryForList("select \"Value\" from config", String.class))
                    .containsExactly(Long.toString(EventStream.timeOf(1).getEpochSecond()));
        }
    }
}
