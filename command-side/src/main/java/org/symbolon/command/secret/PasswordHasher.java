package org.symbolon.command.secret;

import org.symbolon.events.shared.Secret;

/**
 * Hashes PINs and passwords. Slow on purpose: never call it while a database connection or a lock is held. As many
 * hashes run at once as there are cores; more wait.
 */
public interface PasswordHasher {

    /** An Argon2id hash in its standard text form, with a salt of its own (RFC 9106). */
    String hash(Secret password);

    /** Whether the text form (argon2id or passlib's pbkdf2-sha512) is a hash of this password; false if it is neither. */
    boolean matches(String hash, Secret password);

    /** Takes as long as {@link #matches} on a hash of the current cost: what is refused without a hash pays it too. */
    void burn();
}
