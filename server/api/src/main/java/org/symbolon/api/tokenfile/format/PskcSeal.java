package org.symbolon.api.tokenfile.format;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.events.shared.Secret;

/**
 * Seals the values of one container: AES-128-CBC under a key that is made of a password, and HMAC-SHA-1 over what that yields. RFC 6030
 * wants these of everybody, and whatever reads such files knows no others.
 */
final class PskcSeal {

    private static final String MAC = "HmacSHA1";
    private static final int SALT_BYTES = 16;
    private static final int MAC_KEY_BYTES = 20;
    private static final int BLOCK = 16;

    private final SecureRandom random = new SecureRandom();
    private final byte[] salt = random(SALT_BYTES);
    private final byte[] macKey = random(MAC_KEY_BYTES);
    private final byte[] key;

    PskcSeal(Secret password, int rounds) {
        this.key = new PasswordKey(password).derived(salt, rounds);
    }

    byte[] salt() {
        return salt.clone();
    }

    /** The key of the MACs, sealed. */
    byte[] macKey() {
        return seal(macKey);
    }

    /** The vector and what is encrypted with it. */
    byte[] seal(byte[] clear) {
        byte[] vector = random(BLOCK);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
            byte[] sealed = new byte[BLOCK + cipher.getOutputSize(clear.length)];
            System.arraycopy(vector, 0, sealed, 0, BLOCK);
            cipher.doFinal(clear, 0, clear.length, sealed, BLOCK);
            return sealed;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("The JDK has no AES", missing);
        }
    }

    /** Proves that a sealed value is as it was, its vector included. */
    byte[] mac(byte[] sealed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(macKey, MAC));
            return mac.doFinal(sealed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("The JDK has no HMAC", missing);
        }
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "PskcSeal";
    }
}
