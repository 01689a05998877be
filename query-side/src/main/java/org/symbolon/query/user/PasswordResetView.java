package org.symbolon.query.user;

import java.time.Instant;

/**
 * A recovery code that a user may still bring, unless its time has passed.
 *
 * @param email null if none was named
 */
public record PasswordResetView(
        int number, String codeHash, String resolver, String email, Instant issuedAt, Instant expiresAt) {

    @Override
    public String toString() {
        return "PasswordResetView[number=" + number + ", expiresAt=" + expiresAt + "]";
    }
}
