package org.symbolon.projections.eventcounter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.events.eventcounter.EventCounterDecreased;
import org.symbolon.events.eventcounter.EventCounterIncreased;
import org.symbolon.events.eventcounter.EventCounterReset;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class EventCounterProjectionTest {

    @Test
    void eachNodeHasARowThatKeepsItsNumber() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            new EventCounterIncreased("c", "a", 1),
                            new EventCounterIncreased("c", "b", 1),
                            new EventCounterIncreased("C", "a", 4),
                            new EventCounterDecreased("c", "a", 0),
                            new EventCounterDecreased("c", "a", -1),
                            new EventCounterReset("c", "b"),
                            new EventCounterReset("new", "b"))
                    .projectInline(new EventCounterProjection(database.jdbc()));
            assertThat(database.rows("eventcounter"))
                    .containsExactlyInAnyOrder(
                            "{counter_name=c, counter_value=-1, id=1024, node=a}",
                            "{counter_name=c, counter_value=0, id=2048, node=b}",
                            "{counter_name=C, counter_value=4, id=3072, node=a}",
                            "{counter_name=new, counter_value=0, id=7168, node=b}");
        }
    }
}
