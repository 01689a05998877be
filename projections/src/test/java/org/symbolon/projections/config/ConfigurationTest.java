package org.symbolon.projections.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.realm.RealmResolversReplaced;
import org.symbolon.events.resolver.ResolverDeleted;
import org.symbolon.events.resolver.ResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.resolver.ResolverTable;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

class ConfigurationTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final ConfigurationViews views = new ConfigurationViews(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private ConfigurationView after(Object... events) {
        stream.append(events);
        stream.projectInline(
                new ConfigProjection(database.jdbc()),
                new DefinitionProjection(database.jdbc(), ResolverTable.TABLE),
                new RealmProjection(database.jdbc()));
        views.reload();
        return views.current();
    }

    @Test
    void aSettingIsStoredChangedAndDeleted() {
        ConfigurationView view = after(
                new SettingStored("PrependPin", ConfigEntry.plain("False")),
                new SettingStored("PrependPin", new ConfigEntry("True", null, "public", "where the PIN is")),
                new SettingStored("Gone", ConfigEntry.plain("x")),
                new SettingDeleted("Gone"));
        assertThat(view.setting("PrependPin")).contains(new ConfigEntry("True", null, "public", "where the PIN is"));
        assertThat(view.setting("Gone")).isEmpty();
    }

    @Test
    void aSecretSettingStaysSealed() {
        Sealed secret = new Sealed("key-7", "Ym94");
        ConfigurationView view = after(new SettingStored("ldap.password", new ConfigEntry(null, secret, "", null)));
        assertThat(view.setting("ldap.password").orElseThrow().secret()).isEqualTo(secret);
        assertThat(database.rows("config")).anyMatch(row -> row.contains("Type=password, Value=Ym94"));
    }

    @Test
    void theTimestampIsThatOfTheLastChange() {
        after(Facts.resolver(1, "passwd"), Facts.realm(1, "realm1", "passwd"));
        assertThat(database.rows("config"))
                .containsExactly("{Description=config timestamp. last changed., Key=__timestamp__, Type=, Value="
                        + EventStream.timeOf(2).getEpochSecond() + ", data_key=null}");
    }

    @Test
    void resolversOfARealmAreInTheOrderInWhichTheyWereGivenAndSearchedByPriority() {
        ConfigurationView view = after(
                Facts.resolver(1, "first"),
                Facts.resolver(2, "second"),
                Facts.resolver(3, "third"),
                Facts.realm(5, "realm1", "first"),
                new RealmResolversReplaced(
                        "realm1",
                        5,
                        List.of(
                                new RealmMember("first", null),
                                new RealmMember("second", 2000),
                                new RealmMember("third", 1))));
        RealmView realm = view.realm("realm1").orElseThrow();
        assertThat(realm.id()).isEqualTo(5);
        RealmView.Member first = new RealmView.Member("first", "passwdresolver", null);
        RealmView.Member second = new RealmView.Member("second", "passwdresolver", 2000);
        RealmView.Member third = new RealmView.Member("third", "passwdresolver", 1);
        assertThat(realm.members()).containsExactly(first, second, third);
        assertThat(realm.searched()).containsExactly(third, first, second);
        assertThat(database.jdbc().queryForList("select id from resolverrealm order by id", Long.class))
                .containsExactly(5 * 1024L, 5 * 1024L + 1, 5 * 1024L + 2);
    }

    @Test
    void resolversOfOnePriorityAreSearchedInTheOrderInWhichTheyWereGiven() {
        ConfigurationView view = after(
                Facts.resolver(1, "a"),
                Facts.resolver(2, "b"),
                Facts.resolver(3, "c"),
                Facts.realm(6, "r", "c", "a", "b"));

        assertThat(view.realm("r").orElseThrow().searched())
                .extracting(RealmView.Member::resolver)
                .containsExactly("c", "a", "b");
    }

    @Test
    void oneRealmIsTheDefault() {
        ConfigurationView view = after(
                Facts.realm(1, "one"),
                Facts.realm(2, "two"),
                new DefaultRealmChanged("one"),
                new DefaultRealmChanged("two"));
        assertThat(view.defaultRealm().map(RealmView::name)).contains("two");
        assertThat(after(new DefaultRealmChanged(null)).defaultRealm()).isEmpty();
    }

    @Test
    void reconfiguringAResolverKeepsItsOtherEntries() {
        ConfigurationView view = after(
                Facts.resolver(1, "Passwd"),
                new ResolverReconfigured("Passwd", 1, Map.of("encoding", ConfigEntry.plain("utf-8"))));
        ResolverView resolver = view.resolverIgnoringCase("passWD").orElseThrow();
        assertThat(resolver.name()).isEqualTo("Passwd");
        assertThat(resolver.entries())
                .containsOnly(
                        Map.entry("fileName", ConfigEntry.plain("/etc/passwd")),
                        Map.entry("encoding", ConfigEntry.plain("utf-8")));
    }

    @Test
    void whatIsDeletedLeavesNothingBehind() {
        ConfigurationView view = after(
                Facts.resolver(1, "passwd"),
                Facts.realm(1, "realm1", "passwd"),
                new RealmDeleted("realm1", 1),
                new ResolverDeleted("passwd", 1));
        assertThat(view.realms()).isEmpty();
        assertThat(view.resolvers()).isEmpty();
        assertThat(database.rows("resolverconfig")).isEmpty();
        assertThat(database.rows("resolverrealm")).isEmpty();
    }

    @Test
    void theRealmOfAResolverIsKnown() {
        ConfigurationView view = after(Facts.resolver(1, "passwd"), Facts.realm(1, "realm1", "passwd"));
        assertThat(view.realmOfResolver("passwd").map(RealmView::name)).contains("realm1");
        assertThat(view.realmOfResolver("other")).isEmpty();
    }
}
