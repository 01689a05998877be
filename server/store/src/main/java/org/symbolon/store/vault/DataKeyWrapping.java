package org.symbolon.store.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.symbolon.command.secret.port.SealBrokenException;

/** How the master key wraps data keys: each fits its own id alone. */
final class DataKeyWrapping {

    private final AesGcmBox box;

    DataKeyWrapping(MasterKey master, SecureRandom random) {
        this.box = new AesGcmBox(master.derive("data keys"), random);
    }

    byte[] wrap(String id, byte[] key) {
        return box.seal(key, id.getBytes(StandardCharsets.UTF_8));
    }

    byte[] unwrap(String id, byte[] wrapped) {
        try {
            return box.open(wrapped, id.getBytes(StandardCharsets.UTF_8));
        } catch (SealBrokenException broken) {
            throw new MasterKeyUnusableException(
                    "The master key does not open the data key %s: is it the one of this database?".formatted(id),
                    broken);
        }
    }
}
