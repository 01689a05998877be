package org.symbolon.command.secret;

import java.util.Optional;

/** A password hash as it was read from its text form. Hashes of unknown form, or absurdly heavy ones, have none. */
sealed interface StoredHash permits Argon2Hash, Pbkdf2Hash {

    boolean isHashOf(byte[] password, Argon2Engine engine);

    static Optional<StoredHash> parse(String text) {
        try {
            return Argon2Hash.parse(text).or(() -> Pbkdf2Hash.parse(text));
        } catch (IllegalArgumentException brokenBase64) {
            return Optional.empty();
        }
    }
}
