package org.symbolon.projections.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class AuthenticationProjectionTest {

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
    void loginsAreCountedByTheHour() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            answered("POST /validate/check", true, "hotp", "realm1"),
                            answered("GET /validate/samlcheck", true, "hotp", "realm1"),
                            answered("POST /validate/radiuscheck", false, "hotp", "realm1"),
                            answered("POST /validate/check", false, null, null),
                            answered("POST /validate/check", false, null, "a\u0000b"),
                            answered("POST /auth", true, "hotp", "realm1"),
                            answered("GET /token/", true, "hotp", "realm1"))
                    .projectTrailing(2, List.of(), new AuthenticationProjection(database.jdbc()));
            assertThat(database.rows("statistics_authentication"))
                    .containsExactlyInAnyOrder(
                            "{count=2, hour=2026-11-24 12:00:00.0, outcome=accepted, realm=realm1, tokentype=hotp}",
                            "{count=1, hour=2026-11-24 12:00:00.0, outcome=rejected, realm=realm1, tokentype=hotp}",
                            "{count=1, hour=2026-11-24 12:00:00.0, outcome=rejected, realm=, tokentype=}",
                            "{count=1, hour=2026-11-24 12:00:00.0, outcome=rejected, realm=a\uFFFDb, tokentype=}");
        }
    }

    @Test
    void anotherHourHasCountsOfItsOwn() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            EventStream stream = new EventStream(database);
            for (int second = 0; second < 3600; second++) {
                stream.append(answered("POST /validate/check", true, "hotp", "realm1"));
            }
            stream.projectTrailing(500, List.of(), new AuthenticationProjection(database.jdbc()));
            assertThat(database.jdbc()
                            .queryForList("select count from statistics_authentication order by hour", Integer.class))
                    .containsExactly(1516, 2084);
        }
    }
}
