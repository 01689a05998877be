package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.EventUpcasters;
import org.symbolon.projections.shared.LaterVersionException;
import org.symbolon.store.support.MigratedDatabase;
import org.symbolon.store.vault.MasterKey;

class StoredEventKindsTest {

    private static JdbcClient jdbc;

    @TempDir
    private static Path data;

    private static EventCorrections corrections;

    private final StoredEventKinds kinds = new StoredEventKinds(jdbc, corrections);

    @BeforeAll
    static void start() {
        DataSource dataSource = MigratedDatabase.with(
                "V1__event_store",
                "V10__events_of_administrators",
                "V15__events_by_revision",
                "V20__event_corrections");
        jdbc = JdbcClient.create(dataSource);
        corrections = new EventCorrections(
                new JdbcTemplate(dataSource), MasterKey.inFile(data.resolve("master.key"), new SecureRandom()));
    }

    @BeforeEach
    void storeEveryKindThatIsKnown() {
        jdbc.sql("truncate domain_event restart identity").update();
        EventFamilies.byName().keySet().stream().sorted().forEach(name -> {
            for (int revision = 1; revision <= EventUpcasters.newest(name); revision++) {
                store(name, Integer.toString(revision));
            }
        });
    }

    @Test
    void allThatIsKnownIsLetPass() {
        assertThatCode(kinds::requireKnown).doesNotThrowAnyException();
    }

    @Test
    void anEmptyStoreIsLetPass() {
        jdbc.sql("truncate domain_event").update();

        assertThatCode(kinds::requireKnown).doesNotThrowAnyException();
    }

    @Test
    void whatALaterVersionHasWrittenIsNamedWithItsPlace() {
        long name = store("TokenTeleported", "1");
        store("TokenTeleported", "1");
        long revision = store("TokenEnrolled", "3");
        long hot = store("OtpAccepted", "3");
        long second = store("RequestAnswered", "2");

        assertThatThrownBy(kinds::requireKnown)
                .isInstanceOf(LaterVersionException.class)
                .hasMessage(
                        ("the store has events that a later version of Symbolon has written, and this program does not know:"
                                        + " TokenTeleported (first at index %d), OtpAccepted in revision 3 (first at index %d),"
                                        + " RequestAnswered in revision 2 (first at index %d), TokenEnrolled in revision 3 (first at"
                                        + " index %d). Start that version again, or restore the backup that was made before the upgrade")
                                .formatted(name, hot, second, revision));
    }

    @Test
    void whatAnAdministratorHasDecidedAboutIsLetPass() {
        long first = store("TokenTeleported", "1");
        long second = store("TokenTeleported", "1");
        leaveOut(first);

        assertThatThrownBy(kinds::requireKnown).hasMessageContaining("TokenTeleported (first at index " + second + ")");

        leaveOut(second);
        assertThatCode(kinds::requireKnown).doesNotThrowAnyException();

        jdbc.sql("update event_correction set reason = 'another'").update();
        assertThatThrownBy(kinds::requireKnown).hasMessageContaining("TokenTeleported (first at index " + first + ")");
    }

    private static void leaveOut(long index) {
        EventFields found = jdbc.sql("select * from domain_event where global_index = ?")
                .param(index)
                .query((row, number) -> EventFields.of(row))
                .single();
        corrections.add(
                new EventCorrection(
                        index, EventCorrection.Kind.SKIP, found.digest(), null, "it is of no use", "a test", "now"),
                found);
    }

    @Test
    void theStreamIsNotReadForIt() {
        jdbc.sql(
                        """
                        insert into domain_event (event_identifier, aggregate_identifier, sequence_number, payload_type,
                            payload_revision, time_stamp, payload, meta_data)
                        select 'many' || number, 'many' || number, 0, 'OtpAccepted', '2', '', '{}', '{}'
                        from generate_series(1, 20000) as number
                        """)
                .update();
        jdbc.sql("analyze domain_event").update();

        assertThat(plan(StoredEventKinds.NAMES))
                .contains("domain_event_by_name")
                .doesNotContain("Seq Scan");
        assertThat(plan(StoredEventKinds.REVISIONS))
                .contains("domain_event_by_revision")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theIndexesLeaveOutWhatEveryLogInAppends() {
        assertThat(Stream.of("OtpAccepted", "OtpConsumed", "OtpRejected").map(EventUpcasters::newest))
                .as("the revision that the index by revision leaves out")
                .containsOnly(2);
        assertThat(EventUpcasters.newest("RequestAnswered")).isEqualTo(1);
    }

    private static String plan(String query) {
        return String.join(
                "\n", jdbc.sql("explain " + query).query(String.class).list());
    }

    private static long store(String name, String revision) {
        return jdbc.sql(
                        """
                        insert into domain_event (event_identifier, aggregate_identifier, sequence_number, payload_type,
                            payload_revision, time_stamp, payload, meta_data)
                        values (gen_random_uuid(), gen_random_uuid(), 0, ?, ?, '', '{}', '{}') returning global_index
                        """)
                .params(name, revision)
                .query(Long.class)
                .single();
    }
}
