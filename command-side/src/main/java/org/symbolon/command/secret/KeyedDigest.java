package org.symbolon.command.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SHA-256 (RFC 2104) over parts that cannot run into each other, under a key that never leaves the process. */
public final class KeyedDigest {

    private final KeyParameter key;

    /** The key has 256 bits. */
    public KeyedDigest(byte[] key) {
        this.key = new KeyParameter(key);
    }

    /**
     * A digest of 32 bytes.
     *
     * @param purpose so that a digest for one purpose is none for another
     */
    public byte[] of(String purpose, byte[]... parts) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(key);
        update(mac, purpose.getBytes(StandardCharsets.UTF_8));
        for (byte[] part : parts) {
            update(mac, part);
        }
        byte[] digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }

    private static void update(HMac mac, byte[] part) {
        byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array();
        mac.update(length, 0, length.length);
        mac.update(part, 0, part.length);
    }
}
