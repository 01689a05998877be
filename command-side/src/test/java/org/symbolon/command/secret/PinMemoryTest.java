package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PinMemoryTest {

    private static final String HASH = "$argon2id$one";
    private static final Secret PIN = Secret.of("1234");

    private final PinMemory memory = new PinMemory(new SecureRandom(), 1_000, Duration.ofHours(1));

    @Test
    void knowsNothingAtFirst() {
        assertThat(memory.knows(HASH, PIN)).isFalse();
    }

    @Test
    void knowsWhatItWasTold() {
        memory.remember(HASH, PIN);

        assertThat(memory.knows(HASH, PIN)).isTrue();
    }

    @Test
    void aWrongPinIsUnknown() {
        memory.remember(HASH, PIN);

        assertThat(memory.knows(HASH, Secret.of("1235"))).isFalse();
        assertThat(memory.knows(HASH, Secret.EMPTY)).isFalse();
    }

    @Test
    void aChangedPinHashMakesTheEntryUseless() {
        memory.remember(HASH, PIN);

        assertThat(memory.knows("$argon2id$two", PIN)).isFalse();
    }

    @Test
    void textCannotMoveBetweenTheHashAndThePin() {
        memory.remember("ab", Secret.of("c"));

        assertThat(memory.knows("a", Secret.of("bc"))).isFalse();
    }

    @Test
    void anExpiredEntryIsUnknown() {
        PinMemory shortMemory = new PinMemory(new SecureRandom(), 1_000, Duration.ZERO);
        shortMemory.remember(HASH, PIN);

        assertThat(shortMemory.knows(HASH, PIN)).isFalse();
    }
}
