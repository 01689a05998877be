package org.symbolon.command.secret;

import org.symbolon.events.shared.Secret;

/**
 * Hashes PINs and passwords. Slow on purpose: never call it while a database connection or a lock is held. Only a few hashes
 * run at once, and those who wait take fair turns; where too many wait, one more is refused.
 */
public interface PasswordHasher {

    /** An Argon2id hash in its standard text form, with a salt of its own (RFC 9106). */
    String hash(Secret password);

    /** Whether the text form (argon2id or passlib's pbkdf2-sha512) is a hash of this password; false if it is neither. */
    boolean matches(String hash, Secret password, Payer payer);

    /**
     * Takes a turn, and as long as {@link #matches} usually does, without the work: what is refused without a hash is
     * refused no sooner, and no more often.
     */
    void pretend(Payer payer);

    /** How much there is to do at the moment. */
    default HashingLoad load() {
        return HashingLoad.NONE;
    }
}
