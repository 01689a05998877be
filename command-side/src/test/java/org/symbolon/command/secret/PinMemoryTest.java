package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

class PinMemoryTest {

    private static final Pin HASH = new Pin.Hashed("$argon2id$one");
    private static final Secret PIN = Secret.of("1234");

    private final PinMemory memory = new PinMemory(new SecureRandom(), 1_000, Duration.ofHours(1));

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
    void anExpiredEntryIsUnknown() {
        PinMemory shortMemory = new PinMemory(new SecureRandom(), 1_000, Duration.ZERO);
        shortMemory.remember(HASH, PIN);

        assertThat(shortMemory.recall(HASH, PIN)).isEmpty();
    }
}
