package org.symbolon.projections.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.symbolon.events.user.RecoveryCodeExpired;
import org.symbolon.events.user.RecoveryCodeIssued;
import org.symbolon.events.user.RecoveryCodeUsed;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class PasswordResetProjectionTest {

    private static final Instant EXPIRY = Instant.parse("2026-11-24T13:34:44Z");

    @Test
    void codesAreThereUntilTheyAreUsedOrExpire() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            new RecoveryCodeIssued(3, "hash1", "emma", "example", "", null, EXPIRY),
                            new RecoveryCodeIssued(4, "hash2", "emma", "example", "staff", "e@x", EXPIRY),
                            new RecoveryCodeIssued(5, "hash3", "emma", "example", "", null, EXPIRY),
                            new RecoveryCodeUsed(3),
                            new RecoveryCodeExpired(5))
                    .projectInline(new PasswordResetProjection(database.jdbc()));

            assertThat(database.rows("passwordreset"))
                    .containsExactly("{email=e@x, expiration=2026-11-24 13:34:44.0, id=4, realm=example,"
                            + " recoverycode=hash2, resolver=staff, timestamp=2026-11-24 12:34:45.537,"
                            + " username=emma}");
        }
    }
}
