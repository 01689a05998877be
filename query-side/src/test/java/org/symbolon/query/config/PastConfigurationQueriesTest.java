package org.symbolon.query.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.EventName;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyChanged;
import org.symbolon.events.policy.PolicyCreated;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyDisabled;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.config.ConfigurationRows;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.eventhandler.EventHandlerProjection;
import org.symbolon.projections.periodictask.PeriodicTaskProjection;
import org.symbolon.projections.periodictask.PeriodicTaskRows;
import org.symbolon.projections.policy.PolicyProjection;
import org.symbolon.projections.policy.PolicyView;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.resolver.ResolverTable;
import org.symbolon.projections.shared.ReadModelSchema;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.RandomEvents;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.history.PastModels;
import org.symbolon.query.periodictask.ListPeriodicTasksAt;

class PastConfigurationQueriesTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final List<Object> projectors = List.of(
            new ConfigProjection(database.jdbc()),
            new DefinitionProjection(database.jdbc(), ResolverTable.TABLE),
            new RealmProjection(database.jdbc()),
            new PolicyProjection(database.jdbc()),
            new EventHandlerProjection(database.jdbc()),
            new PeriodicTaskProjection(database.jdbc()));
    private final PastConfigurationQueries queries = new PastConfigurationQueries(
            new PastModels(
                    database.jdbc(),
                    database.transactionManager(),
                    (until, names, consumer) -> stream.events().stream()
                            .filter(event -> !event.getTimestamp().isAfter(until))
                            .filter(event -> names.contains(event.getPayloadType()
                                    .getAnnotation(EventName.class)
                                    .value()))
                            .forEach(consumer),
                    EventStream.parameters(database),
                    projectors,
                    List.copyOf(ReadModelSchema.tables())),
            database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private ConfigurationView at(long position) {
        return queries.handle(new ConfigurationAt(EventStream.timeOf(position)));
    }

    private static PolicyTerms terms(int priority) {
        List<String> none = List.of();
        return new PolicyTerms(
                "user",
                List.of(new PolicyAction("enable", null)),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                "",
                false,
                priority);
    }

    @Test
    void settingsAndRealmsAreAsTheyWere() {
        stream.append(
                new SettingStored("key", ConfigEntry.plain("old")),
                Facts.realm(1, "realm1"),
                new DefaultRealmChanged("realm1"),
                new SettingStored("key", ConfigEntry.plain("new")),
                new SettingDeleted("key"));

        assertThat(queries.handle(new ConfigurationAt(EventStream.timeOf(1).minusMillis(1)))
                        .settings())
                .isEmpty();
        assertThat(at(1).setting("key")).map(ConfigEntry::value).hasValue("old");
        assertThat(at(2).defaultRealm()).isEmpty();
        assertThat(at(3).defaultRealm()).map(RealmView::name).hasValue("realm1");
        assertThat(at(4).setting("key")).map(ConfigEntry::value).hasValue("new");
        assertThat(at(5).setting("key")).isEmpty();
    }

    @Test
    void policiesAreAsTheyWere() {
        stream.append(
                new PolicyCreated("p1", 1, true, terms(1), List.of()),
                Facts.enrolled(1, "p1"),
                new PolicyCreated("p2", 2, true, terms(9), List.of()),
                new PolicyChanged("p1", 1, terms(2)),
                new PolicyDisabled("p1", 1),
                new PolicyDeleted("p1", 1),
                new PolicyCreated("p1", 3, true, terms(3), List.of()));

        assertThat(at(1).policies().all()).containsExactly(new PolicyView(1, "p1", true, terms(1), List.of()));
        assertThat(at(5).policies().all())
                .containsExactly(
                        new PolicyView(1, "p1", false, terms(2), List.of()),
                        new PolicyView(2, "p2", true, terms(9), List.of()));
        assertThat(at(6).policies().all()).extracting(PolicyView::id).containsExactly(2);
        assertThat(at(7).policies().all()).extracting(PolicyView::id).containsExactly(3, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePastUpToNowIsThePresent(long seed) {
        RandomEvents events = new RandomEvents(seed);
        for (int count = 0; count < 600; count++) {
            stream.append(events.next());
        }
        stream.projectInline(projectors.toArray());
        ConfigurationView present = new ConfigurationRows(database.jdbc()).read();

        ConfigurationView past = queries.handle(new ConfigurationAt(Instant.MAX));

        assertThat(all(past)).isEqualTo(all(present));
        assertThat(present.policies().all()).isNotEmpty();
        assertThat(present.eventHandlers()).isNotEmpty();
        assertThat(queries.handle(new ListPeriodicTasksAt(Instant.MAX)))
                .isNotEmpty()
                .isEqualTo(new PeriodicTaskRows(database.jdbc()).all());
    }

    private static Map<String, Object> all(ConfigurationView view) {
        return new TreeMap<>(Map.of(
                "settings",
                List.copyOf(view.settings().entrySet()),
                "realms",
                view.realms(),
                "resolvers",
                view.resolvers(),
                "policies",
                view.policies().all(),
                "handlers",
                view.eventHandlers()));
    }

    @Test
    void askingOfThePastDoesNotTouchThePresent() {
        stream.append(Facts.realm(1, "realm1"), new SettingStored("key", ConfigEntry.plain("old")));
        stream.projectInline(projectors.toArray());
        List<String> realms = database.rows("realm");

        assertThat(at(2).realms()).hasSize(1);
        assertThat(at(1).settings()).doesNotContainKey("key");

        assertThat(database.rows("realm")).isEqualTo(realms);
        assertThat(new ConfigurationRows(database.jdbc()).read().setting("key")).isPresent();
    }
}
