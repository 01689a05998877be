package org.symbolon.store.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.symbolon.store.support.MigratedDatabase;

class DueEffectLookupsTest {

    private static final Instant NOW = Instant.parse("2026-12-02T12:00:00Z");

    private final DataSource dataSource = MigratedDatabase.with("V11__effect_leases");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final DueEffectLookups lookups = new DueEffectLookups(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void makeTable() {
        new ResourceDatabasePopulator(new ClassPathResource("db/readmodel/V18__effects.sql")).execute(dataSource);
    }

    private void planned(int id, String kind, Duration untilDue) {
        jdbc.update(
                "insert into effect (id, effect_id, kind, state, attempts, next_attempt, awaited, planned)"
                        + " values (?, ?, ?, 'planned', 0, ?, false, now())",
                id,
                kind + id,
                kind,
                untilDue == null ? null : LocalDateTime.ofInstant(NOW.plus(untilDue), ZoneOffset.UTC));
    }

    @Test
    void ofEachKindTheOldestAreFoundForWhichThereIsRoom() {
        planned(1, "mail", Duration.ofMinutes(-1));
        planned(2, "mail", Duration.ofMinutes(-3));
        planned(3, "mail", Duration.ofMinutes(-2));
        planned(4, "text", Duration.ofMinutes(-9));
        planned(5, "push", Duration.ofMinutes(-9));

        assertThat(lookups.due(Map.of("mail", 2, "text", 7, "push", 0, "hook", 3)))
                .isEqualTo(Map.of("mail", List.of("mail2", "mail3"), "text", List.of("text4")));
    }

    @Test
    void whatIsNotDueOrTakenIsLeft() {
        planned(1, "mail", Duration.ZERO);
        planned(2, "mail", Duration.ofSeconds(1));
        planned(3, "mail", null);
        planned(4, "mail", Duration.ofMinutes(-1));
        new JdbcEffectLeases(jdbc, "there", Duration.ofMinutes(1)).take(List.of("mail4"));

        assertThat(lookups.due(Map.of("mail", 9))).isEqualTo(Map.of("mail", List.of("mail1")));
    }
}
