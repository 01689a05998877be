package org.symbolon.store.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.store.vault.MasterKey;

/** What stands in the table in the place of keys, callers and requests: HMAC-SHA-256 under a key that is in no database. */
final class KeyDigests {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    KeyDigests(MasterKey master) {
        this.key = new SecretKeySpec(master.derive("idempotency keys"), ALGORITHM);
    }

    /** The digest of a text of one kind; texts of different kinds never have the same. */
    byte[] of(String kind, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}
