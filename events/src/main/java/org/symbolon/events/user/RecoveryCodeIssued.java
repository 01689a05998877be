package org.symbolon.events.user;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * A recovery code was made for a user.
 *
 * @param codeHash all that is kept of the code
 * @param resolver may be empty, then whoever has the name in the realm is meant
 * @param email where the code goes, null if nobody said
 */
@EventName("RecoveryCodeIssued")
@Revision("1")
public record RecoveryCodeIssued(
        int number, String codeHash, String username, String realm, String resolver, String email, Instant expiresAt)
        implements PasswordResetEvent {}
