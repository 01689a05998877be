package org.symbolon.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.projections.support.TextSigner;

class RequestCountsTest {

    private static RequestAnswered answered(String action, boolean success, String type, String realm) {
        return new RequestAnswered(
                action,
                success,
                null,
                type,
                null,
                realm,
                null,
                null,
                null,
                null,
                null,
                EventStream.timeOf(1),
                Duration.ZERO,
                "1");
    }

    @Test
    void requestsAreCountedByTheHour() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            answered("POST /validate/check", true, "hotp", "realm1"),
                            answered("GET /validate/samlcheck", true, "hotp", "realm1"),
                            answered("POST /validate/radiuscheck", false, "hotp", "realm1"),
                            answered("POST /validate/check", false, null, null),
                            answered("POST /validate/check", false, null, "a\u0000b"),
                            answered("POST /auth", true, "hotp", "realm1"),
                            answered("POST /validate/radiuscheck", false, "hotp", "realm1"))
                    .projectTrailing(2, List.of(), new AuditProjection(database.jdbc(), new TextSigner()));
            assertThat(database.rows("audit_statistic"))
                    .containsExactlyInAnyOrder(
                            "{action=POST /validate/check, hour=2026-11-24 12:00:00.0, realm=realm1, success=1, token_type=hotp, total=1}",
                            "{action=GET /validate/samlcheck, hour=2026-11-24 12:00:00.0, realm=realm1, success=1, token_type=hotp, total=1}",
                            "{action=POST /validate/radiuscheck, hour=2026-11-24 12:00:00.0, realm=realm1, success=0, token_type=hotp, total=2}",
                            "{action=POST /validate/check, hour=2026-11-24 12:00:00.0, realm=, success=0, token_type=, total=1}",
                            "{action=POST /validate/check, hour=2026-11-24 12:00:00.0, realm=a\uFFFDb, success=0, token_type=, total=1}",
                            "{action=POST /auth, hour=2026-11-24 12:00:00.0, realm=realm1, success=1, token_type=hotp, total=1}");
        }
    }

    @Test
    void anotherHourHasCountsOfItsOwn() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            EventStream stream = new EventStream(database);
            for (int second = 0; second < 3600; second++) {
                stream.append(answered("POST /validate/check", true, "hotp", "realm1"));
            }
            stream.projectTrailing(500, List.of(), new AuditProjection(database.jdbc(), new TextSigner()));
            assertThat(database.jdbc().queryForList("select total from audit_statistic order by hour", Integer.class))
                    .containsExactly(1516, 2084);
        }
    }
}
