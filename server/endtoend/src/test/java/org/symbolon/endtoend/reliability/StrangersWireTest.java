package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.store.database.DatabaseAccess;

/** What strangers did to fill the disk: requests that come to nothing, without end. */
class StrangersWireTest {

    private static final int REQUESTS = 150;
    private static final String FEW_ROWS = "--symbolon.rows-of-strangers=100";

    @TempDir
    private Path folder;

    @Test
    void theyGetARowEachOnlyAsLongAsTheyAreFewAndTheRestIsCounted() {
        DatabaseAccess database = InProcessServer.installed(folder);
        try (InProcessServer server = InProcessServer.start(folder, database, FEW_ROWS)) {
            ApiClient stranger = server.anonymous();
            for (int number = 0; number < REQUESTS; number++) {
                assertThat(stranger.post("/validate/check", "user", "nobody" + number, "pass", "1")
                                .errorCode())
                        .isEqualTo(904);
            }
        }
        try (InProcessServer server = InProcessServer.start(folder, database, FEW_ROWS)) {
            ApiClient admin = server.admin();
            int rows = (int)
                    admin.get("/audit/", "action", "*validate*").valueMap().get("count");
            assertThat(rows).isBetween(100, 140);
            assertThat(admin.get("/audit/", "action", "REFUSED*").body())
                    .contains(
                            (REQUESTS - rows) + " more requests that came to nothing since",
                            (REQUESTS - rows) + " POST /validate/check",
                            "127.0.0.1");
        }
    }
}
