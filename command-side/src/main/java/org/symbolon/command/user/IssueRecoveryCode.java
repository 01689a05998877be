package org.symbolon.command.user;

import java.time.Duration;

/**
 * Keep the hash of a recovery code that was made for a user. He may have several.
 *
 * @param resolver empty if none is named
 * @param email null if none is named
 */
public record IssueRecoveryCode(
        String codeHash, String username, String realm, String resolver, String email, Duration validity) {

    /** How long a code is good for when nobody says otherwise. */
    public static final Duration VALIDITY = Duration.ofHours(1);

    @Override
    public String toString() {
        return "IssueRecoveryCode[username=" + username + ", realm=" + realm + "]";
    }
}
