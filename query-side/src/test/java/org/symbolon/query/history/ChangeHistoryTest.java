package org.symbolon.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.resolver.ResolverCreated;
import org.symbolon.events.resolver.ResolverDeleted;
import org.symbolon.events.resolver.ResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.shared.Paging;

class ChangeHistoryTest {

    private static final Reading RESOLVERS =
            Reading.endingWith(ResolverDeleted.class).adding(ResolverReconfigured.class, "entries");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final HistoryQueries queries =
            new HistoryQueries(database.jdbc(), database.transactions(), row -> Optional.of(row.getString("payload")));

    @AfterEach
    void close() {
        database.close();
    }

    private static ConfigEntry secret(String box) {
        return new ConfigEntry(null, new Sealed("key", box), "password", "");
    }

    private ChangePage resolver(int page, int size) {
        return queries.handle(new ChangeHistory(List.of("resolver/r1"), List.of(), RESOLVERS, new Paging(page, size)));
    }

    private void happened() {
        stream.append(
                new ResolverCreated("r1", 1, "t", Map.of("a", ConfigEntry.plain("1"), "b", ConfigEntry.plain("2"))),
                new ResolverCreated("r2", 2, "t", Map.of()),
                new ResolverReconfigured("r1", 1, Map.of("b", ConfigEntry.plain("3"))),
                new ResolverReconfigured("r1", 1, Map.of("b", ConfigEntry.plain("3"))),
                new ResolverDeleted("r1", 1),
                new ResolverCreated("r1", 3, "u", Map.of()));
    }

    @Test
    void oldAndNewValuesAreToldTheNewestFirst() {
        happened();

        ChangePage whole = resolver(1, 10);

        assertThat(whole.count()).isEqualTo(5);
        assertThat(whole.changes())
                .extracting(change -> change.entry().event())
                .containsExactly(
                        "ResolverCreated",
                        "ResolverDeleted",
                        "ResolverReconfigured",
                        "ResolverReconfigured",
                        "ResolverCreated");
        assertThat(whole.changes().get(0).differences()).containsEntry("type", new Difference(null, "u"));
        assertThat(whole.changes().get(1).differences())
                .containsOnly(
                        entry("name", new Difference("r1", null)),
                        entry("resolverId", new Difference(1, null)),
                        entry("type", new Difference("t", null)),
                        entry("entries", new Difference(Map.of("a", "1", "b", "3"), null)));
        assertThat(whole.changes().get(2).differences()).isEmpty();
        assertThat(whole.changes().get(3).differences())
                .containsOnly(entry("entries", new Difference(Map.of("a", "1", "b", "2"), Map.of("a", "1", "b", "3"))));
    }

    @Test
    void aHistoryComesInPages() {
        happened();

        assertThat(resolver(2, 2).changes())
                .extracting(change -> change.entry().time())
                .containsExactly(EventStream.timeOf(4), EventStream.timeOf(3));
        assertThat(resolver(3, 2).changes())
                .extracting(change -> change.entry().time())
                .containsExactly(EventStream.timeOf(1));
        assertThat(resolver(4, 2).changes()).isEmpty();
        assertThat(resolver(Integer.MAX_VALUE, Integer.MAX_VALUE).changes()).isEmpty();
        assertThat(resolver(4, 2).count()).isEqualTo(5);
    }

    @Test
    void anotherSecretIsAChangeThatDoesNotShowIt() {
        stream.append(
                new ResolverCreated("r1", 1, "t", Map.of("p", secret("one"))),
                new ResolverReconfigured("r1", 1, Map.of("p", secret("two"))));

        Map<String, String> hidden = Map.of("value", "***", "type", "password", "description", "");
        assertThat(resolver(1, 1).changes().get(0).differences())
                .containsOnly(entry("entries", new Difference(Map.of("p", hidden), Map.of("p", hidden))));
        assertThat(resolver(1, 9).toString()).doesNotContain("one").doesNotContain("two");
    }

    @Test
    void eventsOfOthersAreToldIfTheyChangeSomething() {
        Reading realms = Reading.endingWith(RealmDeleted.class)
                .where(DefaultRealmChanged.class, (fields, event) -> fields.put("default", event.realm()))
                .only(event -> !(event instanceof SettingStored));
        stream.append(
                new RealmCreated("r1", 1, List.of()),
                new DefaultRealmChanged("r1"),
                new DefaultRealmChanged("r1"),
                new SettingStored("key", ConfigEntry.plain("1")),
                new DefaultRealmChanged(null));

        ChangePage whole =
                queries.handle(new ChangeHistory(List.of("realm/r1"), List.of("config"), realms, new Paging(1, 10)));

        assertThat(whole.count()).isEqualTo(3);
        assertThat(whole.changes().get(0).differences()).containsOnly(entry("default", new Difference("r1", null)));
    }
}
