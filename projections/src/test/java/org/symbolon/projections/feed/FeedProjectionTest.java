package org.symbolon.projections.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.feed.FeedCreated;
import org.symbolon.events.feed.FeedDeleted;
import org.symbolon.events.feed.FeedReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class FeedProjectionTest {

    private static final ConfigEntry SECRET = new ConfigEntry(null, new Sealed("key-1", "box-1"), "password", "text");

    @Test
    void theyComeChangeAndGoWithTheirEntries() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            new FeedCreated("one", 4, "webhook", Map.of("b", SECRET, "a", ConfigEntry.plain("1"))),
                            new FeedCreated("two", 5, "webhook", Map.of("a", ConfigEntry.plain("1"))),
                            new FeedReconfigured(
                                    "one", 4, Map.of("a", ConfigEntry.plain("2"), "c", ConfigEntry.plain("3"))),
                            new FeedDeleted("two", 5))
                    .projectInline(new DefinitionProjection(database.jdbc(), FeedTable.TABLE));
            assertThat(database.rows("feed")).containsExactly("{feedtype=webhook, id=4, name=one}");
            assertThat(database.rows("feedoption"))
                    .containsExactly(
                            "{Description=, Key=a, Type=, Value=2, data_key=null, feed_id=4, id=1024}",
                            "{Description=, Key=c, Type=, Value=3, data_key=null, feed_id=4, id=3073}",
                            "{Description=text, Key=b, Type=password, Value=box-1, data_key=key-1, feed_id=4, id=1025}");
        }
    }
}
