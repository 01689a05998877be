package org.symbolon.store.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.symbolon.command.secret.port.PinDigests.Kept;
import org.symbolon.store.support.MigratedDatabase;

class JdbcPinDigestsTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final byte[] NAME = {1, 2, 3};
    private static final byte[] OTHER = {4};

    private static DataSource dataSource;

    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final JdbcPinDigests digests = new JdbcPinDigests(jdbc, MONTH);

    @BeforeAll
    static void start() {
        dataSource = MigratedDatabase.with("V12__pin_digests");
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate pin_digest");
    }

    private void pass(Duration time) {
        jdbc.update(
                "update pin_digest set kept_until = kept_until - make_interval(secs => ?)", (double) time.toSeconds());
    }

    private long rows() {
        return jdbc.queryForObject("select count(*) from pin_digest", Long.class);
    }

    @Test
    void whatIsKeptIsFoundUntilItsTimeIsOver() {
        digests.keep(NAME, new byte[] {7});

        Kept kept = digests.find(NAME).orElseThrow();
        assertThat(kept.digest()).containsExactly(7);
        assertThat(kept.left()).isBetween(MONTH.minusMinutes(1), MONTH);
        assertThat(digests.find(OTHER)).isEmpty();
        pass(MONTH.minusMinutes(5));
        assertThat(digests.find(NAME).orElseThrow().left()).isLessThanOrEqualTo(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(6));
        assertThat(digests.find(NAME)).isEmpty();
    }

    @Test
    void whatIsKeptAgainTakesTheOldOnesPlace() {
        digests.keep(NAME, new byte[] {7});
        pass(MONTH.plusDays(1));
        digests.keep(NAME, new byte[] {8});

        assertThat(digests.find(NAME).orElseThrow().digest()).containsExactly(8);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whoeverAddsOneClearsAFewAwayWhoseTimeIsOver() {
        for (byte number = 10; number < 25; number++) {
            digests.keep(new byte[] {number}, new byte[] {1});
        }
        pass(MONTH.plusSeconds(5));

        digests.keep(NAME, new byte[] {7});
        assertThat(rows()).isEqualTo(6);
        digests.keep(OTHER, new byte[] {7});
        assertThat(rows()).isEqualTo(2);
    }
}
