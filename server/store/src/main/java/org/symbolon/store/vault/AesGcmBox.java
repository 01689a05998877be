package org.symbolon.store.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.symbolon.command.secret.port.SealBrokenException;

/**
 * AES-256-GCM under one key. A box is nonce, ciphertext and tag; it opens only for the associated data that it was
 * sealed for, so that no box can be put in the place of another.
 */
final class AesGcmBox {

    private static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final KeyParameter key;
    private final SecureRandom random;

    AesGcmBox(byte[] key, SecureRandom random) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("An AES-256 key has 32 bytes, not " + key.length);
        }
        this.key = new KeyParameter(key);
        this.random = random;
    }

    byte[] seal(byte[] plain, byte[] associated) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        GCMModeCipher cipher = cipher(true, nonce, associated);
        byte[] box = Arrays.copyOf(nonce, NONCE_LENGTH + cipher.getOutputSize(plain.length));
        int written = cipher.processBytes(plain, 0, plain.length, box, NONCE_LENGTH);
        finish(cipher, box, NONCE_LENGTH + written);
        return box;
    }

    byte[] open(byte[] box, byte[] associated) {
        if (box.length < NONCE_LENGTH + TAG_BITS / Byte.SIZE) {
            throw new SealBrokenException("The sealed box is too short");
        }
        GCMModeCipher cipher = cipher(false, Arrays.copyOf(box, NONCE_LENGTH), associated);
        int length = box.length - NONCE_LENGTH;
        byte[] plain = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(box, NONCE_LENGTH, length, plain, 0);
        finish(cipher, plain, written);
        return plain;
    }

    private GCMModeCipher cipher(boolean forSealing, byte[] nonce, byte[] associated) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(forSealing, new AEADParameters(key, TAG_BITS, nonce, associated));
        return cipher;
    }

    private static void finish(GCMModeCipher cipher, byte[] output, int offset) {
        try {
            cipher.doFinal(output, offset);
        } catch (InvalidCipherTextException altered) {
            throw new SealBrokenException("The sealed box was altered or belongs to another key");
        }
    }
}
