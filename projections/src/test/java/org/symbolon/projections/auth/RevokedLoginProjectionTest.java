package org.symbolon.projections.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.auth.ExpiredRevocationsRemoved;
import org.symbolon.events.auth.LoginRevoked;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class RevokedLoginProjectionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final RevokedLogins revoked = revokedAt(NOW);

    @AfterEach
    void close() {
        database.close();
    }

    private RevokedLogins revokedAt(Instant now) {
        return new RevokedLogins(database.jdbc(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void after(Object... events) {
        stream.append(events).projectInline(new RevokedLoginProjection(database.jdbc()));
    }

    @Test
    void aRevokedLogInHasARowUntilItIsClearedAway() {
        after(new LoginRevoked("one", NOW), new LoginRevoked("two", NOW.plusSeconds(1)));
        assertThat(database.rows("jwt_blacklist"))
                .containsExactly(
                        "{expiration=2026-11-24 12:00:00.0, nonce=one}",
                        "{expiration=2026-11-24 12:00:01.0, nonce=two}");
        assertThat(revoked.anyExpiredBefore(NOW)).isFalse();
        assertThat(revoked.anyExpiredBefore(NOW.plusMillis(1))).isTrue();

        after(new ExpiredRevocationsRemoved(NOW.plusMillis(1)));
        assertThat(database.rows("jwt_blacklist")).containsExactly("{expiration=2026-11-24 12:00:01.0, nonce=two}");
    }

    @Test
    void whatHasNotEndedIsReadIntoMemory() {
        after(new LoginRevoked("ended", NOW), new LoginRevoked("open", NOW.plusSeconds(1)));

        revoked.reload();

        assertThat(revoked.contains("open")).isTrue();
        assertThat(revoked.contains("ended")).isFalse();
        assertThat(revoked.contains("other")).isFalse();
        assertThat(revoked.size()).isEqualTo(1);
    }

    @Test
    void whatIsHeardIsKeptThoughNothingOfItCanBeReadYet() {
        revoked.add("heard", NOW.plusSeconds(1));

        revoked.reload();

        assertThat(revoked.contains("heard")).isTrue();
    }

    @Test
    void whatEndsIsForgotten() {
        for (int number = 0; number < 100; number++) {
            revoked.add("ended" + number, NOW);
        }
        revoked.add("open", NOW.plusSeconds(1));

        assertThat(revoked.size()).isEqualTo(1);
        assertThat(revoked.contains("open")).isTrue();
    }
}
