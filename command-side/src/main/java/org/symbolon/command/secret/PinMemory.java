package org.symbolon.command.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/**
 * Remembers which PINs belong to which hashes, so that the slow hash is paid once and not at every log-in. What it keeps is
 * worth nothing outside this process: a fast digest under a random key that lives in memory alone. It is found by the
 * stored hash, which is salted, so a changed PIN is never known.
 */
public final class PinMemory {

    private static final int KEY_LENGTH = 32;

    private final KeyParameter key;
    private final Cache<Pin, byte[]> digests;

    public PinMemory(SecureRandom random, long maximumSize, Duration expiry) {
        byte[] keyBytes = new byte[KEY_LENGTH];
        random.nextBytes(keyBytes);
        this.key = new KeyParameter(keyBytes);
        this.digests = Caffeine.newBuilder()
                .maximumSize(maximumSize)
                .expireAfterWrite(expiry)
                .build();
    }

    /** Whether this PIN is the one that is kept so; empty when none is remembered of that. */
    public Optional<Boolean> recall(Pin kept, Secret pin) {
        return Optional.ofNullable(digests.getIfPresent(kept))
                .map(known -> MessageDigest.isEqual(known, digest(kept, pin)));
    }

    /** Notes that this PIN is kept so. */
    public void remember(Pin kept, Secret pin) {
        digests.put(kept, digest(kept, pin));
    }

    private byte[] digest(Pin kept, Secret pin) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(key);
        update(mac, kept.text().getBytes(StandardCharsets.UTF_8));
        update(mac, pin.utf8());
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
