package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

class PinVerifierTest {

    private static final Secret PIN = Secret.of("1234");

    private final FakeVault vault = new FakeVault();
    private final FakeHasher hasher = new FakeHasher();
    private final PinVerifier verifier =
            new PinVerifier(hasher, new PinMemory(new SecureRandom(), 1_000, Duration.ofHours(1)), vault);

    @Test
    void aRightPinIsHashedOnceOnly() {
        assertThat(verifier.matches(new Pin.Hashed("hash of 1234"), PIN)).isTrue();
        assertThat(verifier.matches(new Pin.Hashed("hash of 1234"), PIN)).isTrue();
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void aPinThatWasHashedHereIsNotHashedAgain() {
        Pin hash = verifier.hash(PIN);

        assertThat(verifier.matches(hash, PIN)).isTrue();
        assertThat(hasher.hashes()).isEqualTo(1);
        assertThat(verifier.matches(hash, Secret.of("wrong"))).isFalse();
        assertThat(hasher.hashes()).isEqualTo(2);
    }

    @Test
    void everyWrongPinPaysAFullHash() {
        verifier.matches(new Pin.Hashed("hash of 1234"), PIN);

        assertThat(verifier.matches(new Pin.Hashed("hash of 1234"), Secret.of("wrong")))
                .isFalse();
        assertThat(verifier.matches(new Pin.Hashed("hash of 1234"), Secret.of("wrong")))
                .isFalse();
        assertThat(hasher.hashes()).isEqualTo(3);
    }

    @Test
    void afterAChangeOfThePinTheOldOneIsWrong() {
        verifier.matches(new Pin.Hashed("hash of 1234"), PIN);

        assertThat(verifier.matches(new Pin.Hashed("hash of 5678"), PIN)).isFalse();
        assertThat(verifier.matches(new Pin.Hashed("hash of 5678"), Secret.of("5678")))
                .isTrue();
    }

    @Test
    void aTokenWithoutPinHasTheEmptyPin() {
        assertThat(verifier.matches(Pin.NONE, Secret.EMPTY)).isTrue();
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void aTokenWithoutPinRefusesAnyOtherPinAtTheCostOfAHash() {
        assertThat(verifier.matches(Pin.NONE, PIN)).isFalse();
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void theEmptyPinIsRefusedByATokenWithPinAtTheCostOfAHash() {
        assertThat(verifier.matches(new Pin.Hashed("hash of 1234"), Secret.EMPTY))
                .isFalse();
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    private Pin sealed(String pin) {
        return PinToKeep.readable(Secret.of(pin)).under("key", vault);
    }

    @Test
    void aSealedPinIsRightWithoutAHash() {
        assertThat(verifier.matches(sealed("1234"), PIN)).isTrue();
        assertThat(verifier.recall(sealed("1234"), PIN)).contains(true);
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void whatIsNotTheSealedPinIsRefusedAtTheCostOfAHash() {
        assertThat(verifier.recall(sealed("1234"), PIN)).isEmpty();
        assertThat(verifier.matches(sealed("1234"), Secret.of("wrong"))).isFalse();
        assertThat(verifier.matches(sealed("1234"), Secret.EMPTY)).isFalse();
        assertThat(verifier.matches(sealed("1234"), Secret.of(sealed("1234").text())))
                .isFalse();
        assertThat(hasher.hashes()).isEqualTo(3);
    }

    @Test
    void nobodyHasASealedPinThatWasErased() {
        Pin stored = sealed("1234");
        vault.forget("key");

        assertThat(verifier.matches(stored, PIN)).isFalse();
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void noPinIsPrintedWithTheFormInWhichItIsKept() {
        assertThat(PinToKeep.readable(Secret.of("4711")).toString()).doesNotContain("4711");
    }
}
