package org.symbolon.store.backup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.store.vault.MasterKey;

/**
 * HMAC-SHA-256 over a manifest, under a key that is derived from the master key: whoever may write where backups lie can spoil one, but
 * neither change one nor make one up that anybody would restore.
 */
final class ManifestSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    ManifestSeal(MasterKey master) {
        this.key = new SecretKeySpec(master.derive("backups"), ALGORITHM);
    }

    byte[] of(byte[] manifest) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(manifest)).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }

    boolean fits(byte[] manifest, byte[] seal) {
        return MessageDigest.isEqual(of(manifest), seal);
    }
}
