package org.symbolon.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.symbolon.store.database.DatabaseSupplier.Purpose;

class DatabaseSupplierTest {
    @TempDir
    private Path data;

    @Test
    void asksAConfiguredDatabaseAndStartsNone() {
        assertThatThrownBy(() -> supply(
                        Purpose.SERVER, Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/symbolon")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("the database at 127.0.0.1:1 cannot be reached: Connection refused. Does it run, and is"
                        + " SPRING_DATASOURCE_URL right?");

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void makesNothingForThoseWhoOnlyRead() throws Exception {
        assertThatThrownBy(() -> supply(Purpose.READER, Map.of()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("there is no database in the data directory " + data.toRealPath());
        assertThat(data).isEmptyDirectory();

        Path missing = data.resolve("missing");
        assertThatThrownBy(() -> supply(Purpose.READER, Map.of("symbolon.data", missing.toString())))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("there is no data directory " + missing);
        assertThat(missing).doesNotExist();
    }

    @Test
    void letsACommandJoinTheServerThatRunsButNoSecondServer() {
        try (EmbeddedDatabase database = EmbeddedDatabases.start(DataDirectory.at(data))) {
            ConfigurableEnvironment environment = supply(Purpose.COMMAND, Map.of());

            DatabaseAccess access = database.access();
            assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(access.url());
            assertThat(environment.getProperty("spring.datasource.username")).isEqualTo(access.username());
            assertThat(environment.getProperty("spring.datasource.password")).isEqualTo(access.password());
            assertThatThrownBy(() -> supply(Purpose.SERVER, Map.of())).isInstanceOf(DataDirectoryInUseException.class);
            explainsWhyAConfiguredDatabaseCannotBeUsed(access);
        }
    }

    private void explainsWhyAConfiguredDatabaseCannotBeUsed(DatabaseAccess access) {
        String place = access.url().replaceAll(".*//([^/]*)/.*", "$1");

        assertThatThrownBy(() -> supply(Purpose.READER, configured(access)))
                .hasMessage("the database symbolon at %s has no tables of Symbolon yet: `symbolon serve` makes them"
                        .formatted(place));
        assertThatThrownBy(() -> supply(
                        Purpose.SERVER, configured(new DatabaseAccess(access.url(), access.username(), "wrong-word"))))
                .hasMessageStartingWith(
                        "the database at %s does not let the user symbolon in: password authentication failed"
                                .formatted(place))
                .hasMessageNotContaining("wrong-word");
        assertThatThrownBy(() -> supply(
                        Purpose.SERVER,
                        configured(new DatabaseAccess(
                                access.url().replace("/symbolon", "/nosuch"), access.username(), access.password()))))
                .hasMessageStartingWith("there is no database nosuch at " + place);
        assertThatThrownBy(() -> supply(Purpose.SERVER, Map.of("spring.datasource.url", "jdbc:mysql://host/name")))
                .hasMessageStartingWith("SPRING_DATASOURCE_URL is not the address of a PostgreSQL database");
    }

    private static Map<String, Object> configured(DatabaseAccess access) {
        return Map.of(
                "spring.datasource.url", access.url(),
                "spring.datasource.username", access.username(),
                "spring.datasource.password", access.password());
    }

    private ConfigurableEnvironment supply(Purpose purpose, Map<String, Object> configured) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("symbolon.data", data.toString());
        properties.putAll(configured);
        properties.put("symbolon.node", "test");
        properties.put("symbolon.allow-root", true);
        properties.put("server.port", 8080);
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        ConfigurationPropertySources.attach(environment);
        new DatabaseSupplier(purpose)
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment;
    }
}
