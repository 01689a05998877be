package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CapturedOutput;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.store.database.DatabaseAccess;

/** What somebody did who may write to the database and has not the master key: he logged in as somebody else. */
class ForgedEventsTest {

    private static final String FIRST_VALUE = "755224";
    private static final String HIS_SEED = "3132333435363738393031323334353637383930";
    private static final String ANOTHER_SEED = "ff".repeat(20);

    @TempDir
    private Path folder;

    @Test
    void theSealOfHisOwnSeedInTheEventsOfAnotherLetsHimInNowhere() {
        DatabaseAccess database = InProcessServer.installed(folder);
        try (InProcessServer server = InProcessServer.start(folder, database)) {
            ApiClient admin = server.admin();
            admin.enrolHotp("HIS", HIS_SEED, "");
            admin.enrolHotp("OTHER", ANOTHER_SEED, "");
            copySeed(server.jdbc());
        }
        try (CapturedOutput output = new CapturedOutput();
                InProcessServer server = InProcessServer.start(folder, database)) {
            Answer forged = server.anonymous().check("serial", "OTHER", FIRST_VALUE);
            assertThat(forged.isAccepted()).isFalse();
            assertThat(forged.status()).isEqualTo(500);
            assertThat(output.text())
                    .contains("UnreadableEventException")
                    .contains("the TokenEnrolled with the identifier", "number 0 of token/OTHER")
                    .doesNotContain(HIS_SEED);
            assertThat(server.anonymous().check("serial", "HIS", FIRST_VALUE).isAccepted())
                    .isTrue();
            assertThat(server.admin().get("/token/OTHER/history").status()).isEqualTo(500);
            assertThat(server.admin().get("/token/HIS/history").status()).isEqualTo(200);
        }
    }

    /** The whole event is taken over, with another serial in it. */
    private static void copySeed(JdbcClient jdbc) {
        int changed = jdbc.sql(
                        """
                        update domain_event other set payload = replace(his.payload, 'HIS', 'OTHER')
                        from domain_event his
                        where his.aggregate_identifier = 'token/HIS' and his.payload_type = 'TokenEnrolled'
                            and other.aggregate_identifier = 'token/OTHER' and other.payload_type = 'TokenEnrolled'
                        """)
                .update();
        assertThat(changed).isEqualTo(1);
    }
}
