package org.symbolon.command.token;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.symbolon.command.shared.Sha256;
import org.symbolon.events.shared.Secret;

/**
 * For which machines without a network a token is: by which numbers it is attached to any, and with what each of them can ask for more. Of
 * what they ask with only hashes are kept, one for each machine and of the last machines alone.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
final class OfflineUses {

    private static final int MOST_COMPUTERS = 50;

    private final SortedSet<Integer> attached = new TreeSet<>();
    private final Map<String, String> refillTokens = new LinkedHashMap<>();

    /** Those that are there; none yet where that is null. */
    static OfflineUses of(OfflineUses known) {
        return known == null ? new OfflineUses() : known;
    }

    void attach(int number) {
        attached.add(number);
    }

    void detach(int number) {
        attached.remove(number);
        if (attached.isEmpty()) {
            forget();
        }
    }

    /** The machine that was there longest makes room for another. */
    void grant(String computer, String refillTokenHash) {
        refillTokens.remove(computer);
        if (refillTokens.size() >= MOST_COMPUTERS) {
            refillTokens.remove(refillTokens.keySet().iterator().next());
        }
        refillTokens.put(computer, refillTokenHash);
    }

    /** No machine can ask for more. */
    void forget() {
        refillTokens.clear();
    }

    boolean areThereAny() {
        return !attached.isEmpty();
    }

    /** Whether a machine has got this, compared in constant time. */
    boolean isRefillToken(String computer, Secret shown) {
        return Optional.ofNullable(refillTokens.get(computer))
                .filter(hash -> MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII),
                        Sha256.hexOf(shown.reveal()).getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }
}
