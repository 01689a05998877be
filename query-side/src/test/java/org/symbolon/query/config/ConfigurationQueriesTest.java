package org.symbolon.query.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.config.ResolverView;
import org.symbolon.projections.support.Facts;
import org.symbolon.query.admin.AdminQueries;
import org.symbolon.query.admin.AdminView;
import org.symbolon.query.admin.FindAdmin;
import org.symbolon.query.admin.ListAdmins;
import org.symbolon.query.realm.ListRealms;
import org.symbolon.query.realm.RealmQueries;
import org.symbolon.query.resolver.FindResolver;
import org.symbolon.query.resolver.ListResolvers;
import org.symbolon.query.resolver.ResolverQueries;
import org.symbolon.query.support.QueryDatabase;

class ConfigurationQueriesTest {

    private final QueryDatabase database = new QueryDatabase();
    private final ConfigurationViews views =
            new ConfigurationViews(database.database().jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void settingsRealmsAndResolversAreAnsweredFromMemory() {
        database.after(
                Facts.resolver(2, "b"),
                Facts.resolver(1, "a"),
                Facts.realm(1, "realm1", "a"),
                new SettingStored("PrependPin", ConfigEntry.plain("True")));
        ResolverQueries resolvers = new ResolverQueries(views);
        assertThat(resolvers.handle(new ListResolvers())).isEmpty();
        views.reload();
        assertThat(resolvers.handle(new ListResolvers()))
                .extracting(ResolverView::name)
                .containsExactly("a", "b");
        assertThat(resolvers.handle(new FindResolver("b")).map(ResolverView::id))
                .contains(2);
        assertThat(resolvers.handle(new FindResolver("c"))).isEmpty();
        assertThat(new RealmQueries(views).handle(new ListRealms()))
                .extracting(RealmView::name)
                .containsExactly("realm1");
        assertThat(new ConfigQueries(views).handle(new ListSettings())).containsOnlyKeys("PrependPin", "__timestamp__");
    }

    @Test
    void administratorsAreFoundAndListed() {
        database.after(new AdminAdded("root", "secret-hash", null), new AdminAdded("anna", "hash", "anna@example.org"));
        AdminQueries queries = new AdminQueries(database.entities());
        assertThat(queries.handle(new FindAdmin("root")).map(AdminView::passwordHash))
                .isEqualTo(Optional.of("secret-hash"));
        assertThat(queries.handle(new FindAdmin("nobody"))).isEmpty();
        assertThat(queries.handle(new ListAdmins()))
                .extracting(AdminView::username)
                .containsExactly("anna", "root");
        assertThat(queries.handle(new FindAdmin("root")).toString()).doesNotContain("secret-hash");
    }
}
