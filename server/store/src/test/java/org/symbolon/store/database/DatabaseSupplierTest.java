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
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.symbolon.store.database.DatabaseSupplier.Purpose;

class DatabaseSupplierTest {
    @TempDir
    private Path data;

    @Test
    void leavesAConfiguredDatabaseAloneAndStartsNone() {
        ConfigurableEnvironment environment =
                supply(Purpose.SERVER, Map.of("spring.datasource.url", "jdbc:postgresql://elsewhere/symbolon"));

        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://elsewhere/symbolon");
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(data.resolve("symbolon.lock")).doesNotExist();
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
        }
    }

    private ConfigurableEnvironment supply(Purpose purpose, Map<String, Object> configured) {
        Map<String, Object> properties = new HashMap<>(configured);
        properties.put("symbolon.data", data.toString());
        properties.put("symbolon.node", "test");
        properties.put("server.port", 8080);
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        new DatabaseSupplier(purpose)
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment;
    }
}
