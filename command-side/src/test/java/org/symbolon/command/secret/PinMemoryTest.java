package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.port.PinDigests;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

class PinMemoryTest {

    private static final Pin HASH = new Pin.Hashed("$argon2id$one");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Secret PIN = Secret.of("1234");

    private final PinMemory memory = new PinMemory(
            new KeyedDigest(new byte[32]), PinDigests.NONE, 1_000, Duration.ofHours(1), Duration.ofDays(29));

    @Test
    void knowsNothingAtFirst() {
        assertThat(memory.recall(HASH, PIN)).isEmpty();
    }

    @Test
    void knowsWhatItWasTold() {
        memory.remember(HASH, PIN);

        assertThat(memory.recall(HASH, PIN)).contains(true);
    }

    @Test
    void aWrongPinIsUnknown() {
        memory.remember(HASH, PIN);

        assertThat(memory.recall(HASH, Secret.of("1235"))).contains(false);
        assertThat(memory.recall(HASH, Secret.EMPTY)).contains(false);
    }

    @Test
    void aChangedPinHashMakesTheEntryUseless() {
        memory.remember(HASH, PIN);

        assertThat(memory.recall(new Pin.Hashed("$argon2id$two"), PIN)).isEmpty();
    }

    @Test
    void textCannotMoveBetweenTheHashAndThePin() {
        memory.remember(new Pin.Hashed("ab"), Secret.of("c"));

        assertThat(memory.recall(new Pin.Hashed("a"), Secret.of("bc"))).isEmpty();
    }

    @Test
    void whatAnotherNodeWasToldIsKnown() {
        Shelf shelf = new Shelf();
        memory(shelf).remember(HASH, PIN);

        PinMemory other = memory(shelf);
        assertThat(other.recall(HASH, Secret.of("1235"))).contains(false);
        assertThat(other.recall(HASH, PIN)).contains(true);
        assertThat(shelf.looks).isEqualTo(1);
    }

    @Test
    void whatIsSharedSaysNothingWithoutTheKey() {
        Shelf shelf = new Shelf();
        memory(shelf).remember(HASH, PIN);
        byte[] otherKey = new byte[32];
        otherKey[5] = 1;

        assertThat(new PinMemory(new KeyedDigest(otherKey), shelf, 10, HOUR, Duration.ofDays(29)).recall(HASH, PIN))
                .isEmpty();
    }

    @Test
    void whatIsUsedIsKeptLongerAndWhatIsGuessedAtIsNot() {
        Shelf shelf = new Shelf();
        memory(shelf).remember(HASH, PIN);
        shelf.left = Duration.ofDays(29).minusSeconds(1);

        assertThat(memory(shelf).recall(HASH, Secret.of("1235"))).contains(false);
        assertThat(shelf.kept).isEqualTo(1);
        assertThat(memory(shelf).recall(HASH, PIN)).contains(true);
        assertThat(shelf.kept).isEqualTo(2);
        shelf.left = Duration.ofDays(29);
        assertThat(memory(shelf).recall(HASH, PIN)).contains(true);
        assertThat(shelf.kept).isEqualTo(2);
    }

    private static PinMemory memory(PinDigests shared) {
        return new PinMemory(new KeyedDigest(new byte[32]), shared, 10, HOUR, Duration.ofDays(29));
    }

    /** What all nodes keep. */
    private static final class Shelf implements PinDigests {

        private final Map<String, byte[]> digests = new HashMap<>();
        private Duration left = Duration.ofDays(30);
        private int looks;
        private int kept;

        @Override
        public Optional<Kept> find(byte[] name) {
            looks++;
            return Optional.ofNullable(digests.get(HexFormat.of().formatHex(name)))
                    .map(digest -> new Kept(digest, left));
        }

        @Override
        public void keep(byte[] name, byte[] digest) {
            kept++;
            digests.put(HexFormat.of().formatHex(name), digest);
        }
    }

    @Test
    void anExpiredEntryIsUnknown() {
        PinMemory shortMemory = new PinMemory(
                new KeyedDigest(new byte[32]), PinDigests.NONE, 1_000, Duration.ZERO, Duration.ofDays(29));
        shortMemory.remember(HASH, PIN);

        assertThat(shortMemory.recall(HASH, PIN)).isEmpty();
    }
}
