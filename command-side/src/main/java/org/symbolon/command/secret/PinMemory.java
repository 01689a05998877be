package org.symbolon.command.secret;

import com.github.benmanes.caffeine.cache.Cache;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.symbolon.command.secret.port.PinDigests;
import org.symbolon.command.secret.port.PinDigests.Kept;
import org.symbolon.command.shared.Caches;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/**
 * Remembers which PINs belong to which hashes, so that the slow hash is paid once and not at every log-in. What it keeps is a
 * fast digest under a key, worth nothing without that. It is found by the stored hash, which is salted, so a changed PIN is never
 * known. What is not in memory is looked for where all nodes keep it.
 */
public final class PinMemory {

    private static final String OF_A_NAME = "name of a PIN";
    private static final String OF_A_PIN = "PIN";

    private final KeyedDigest digests;
    private final PinDigests shared;
    private final Duration renewal;
    private final Cache<Pin, byte[]> known;

    /**
     * @param shared keeps digests beyond this process, {@link PinDigests#NONE} for not at all
     * @param expiry after which this process forgets, or looks again where all nodes keep it
     * @param renewal how much time must be left there for what is used not to be kept for the whole time again
     */
    public PinMemory(KeyedDigest digests, PinDigests shared, long maximumSize, Duration expiry, Duration renewal) {
        this.digests = digests;
        this.shared = shared;
        this.renewal = renewal;
        this.known = Caches.newBuilder()
                .maximumSize(maximumSize)
                .expireAfterWrite(expiry)
                .build();
    }

    /** Whether this PIN is the one that is kept so; empty when none is remembered of that. */
    public Optional<Boolean> recall(Pin kept, Secret pin) {
        byte[] inMemory = known.getIfPresent(kept);
        return inMemory == null ? lookedUp(kept, pin) : Optional.of(isEqual(inMemory, kept, pin));
    }

    private Optional<Boolean> lookedUp(Pin kept, Secret pin) {
        Optional<Kept> found = shared.find(name(kept));
        found.ifPresent(digest -> known.put(kept, digest.digest()));
        Optional<Boolean> right = found.map(digest -> isEqual(digest.digest(), kept, pin));
        if (right.orElse(false) && found.orElseThrow().left().compareTo(renewal) < 0) {
            shared.keep(name(kept), found.orElseThrow().digest());
        }
        return right;
    }

    /** Notes that this PIN is kept so. */
    public void remember(Pin kept, Secret pin) {
        byte[] digest = digest(kept, pin);
        known.put(kept, digest);
        shared.keep(name(kept), digest);
    }

    private boolean isEqual(byte[] digest, Pin kept, Secret pin) {
        return MessageDigest.isEqual(digest, digest(kept, pin));
    }

    private byte[] digest(Pin kept, Secret pin) {
        return digests.of(OF_A_PIN, utf8(kept), pin.utf8());
    }

    private byte[] name(Pin kept) {
        return digests.of(OF_A_NAME, utf8(kept));
    }

    private static byte[] utf8(Pin kept) {
        return kept.text().getBytes(StandardCharsets.UTF_8);
    }
}
