package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.PinDigests;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

class PinVerifierTest {

    private static final Binding OF_A_TOKEN = Binding.of("token/A", SecretPurpose.PIN);
    private static final Secret PIN = Secret.of("1234");

    private final FakeVault vault = new FakeVault();
    private final FakeHasher hasher = new FakeHasher();
    private final PinVerifier verifier = new PinVerifier(
            hasher,
            new PinMemory(
                    new KeyedDigest(new byte[32]), PinDigests.NONE, 1_000, Duration.ofHours(1), Duration.ofDays(29)),
            vault);

    @Test
    void aRightPinIsHashedOnceOnly() {
        assertThat(verifier.matches(OF_A_TOKEN, new Pin.Hashed("hash of 1234"), PIN, Payer.NOBODY))
                .isTrue();
        assertThat(verifier.matches(OF_A_TOKEN, new Pin.Hashed("hash of 1234"), PIN, Payer.NOBODY))
                .isTrue();
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void aPinThatWasHashedHereIsNotHashedAgainAndNoOtherIs() {
        Pin hash = verifier.hash(PIN);

        assertThat(verifier.matches(OF_A_TOKEN, hash, PIN, Payer.NOBODY)).isTrue();
        assertThat(verifier.matches(OF_A_TOKEN, hash, Secret.of("wrong"), Payer.NOBODY))
                .isFalse();
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void aWrongPinIsHashedAsLongAsTheRightOneIsNotKnown() {
        assertThat(verifier.matches(OF_A_TOKEN, new Pin.Hashed("hash of 1234"), Secret.of("wrong"), Payer.NOBODY))
                .isFalse();
        assertThat(verifier.matches(OF_A_TOKEN, new Pin.Hashed("hash of 1234"), Secret.of("wrong"), Payer.NOBODY))
                .isFalse();
        assertThat(hasher.hashes()).isEqualTo(2);
    }

    @Test
    void whoHasAskedMemoryInVainDoesNotAskItAgain() {
        int[] looks = {0};
        PinDigests shelf = new PinDigests() {

            @Override
            public Optional<Kept> find(byte[] name) {
                looks[0]++;
                return Optional.empty();
            }

            @Override
            public void keep(byte[] name, byte[] digest) {}
        };
        PinVerifier sharing = new PinVerifier(
                hasher,
                new PinMemory(new KeyedDigest(new byte[32]), shelf, 10, Duration.ofHours(1), Duration.ofDays(29)),
                vault);

        assertThat(sharing.recall(OF_A_TOKEN, new Pin.Hashed("hash of 1234"), PIN))
                .isEmpty();
        assertThat(sharing.hashMatches(new Pin.Hashed("hash of 1234"), PIN, Payer.NOBODY))
                .isTrue();

        assertThat(looks[0]).isEqualTo(1);
    }

    @Test
    void afterAChangeOfThePinTheOldOneIsWrong() {
        verifier.matches(OF_A_TOKEN, new Pin.Hashed("hash of 1234"), PIN, Payer.NOBODY);

        assertThat(verifier.matches(OF_A_TOKEN, new Pin.Hashed("hash of 5678"), PIN, Payer.NOBODY))
                .isFalse();
        assertThat(verifier.matches(OF_A_TOKEN, new Pin.Hashed("hash of 5678"), Secret.of("5678"), Payer.NOBODY))
                .isTrue();
    }

    @Test
    void aTokenWithoutPinHasTheEmptyPin() {
        assertThat(verifier.matches(OF_A_TOKEN, Pin.NONE, Secret.EMPTY, Payer.NOBODY))
                .isTrue();
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void aTokenWithoutPinRefusesAnyOtherPin() {
        assertThat(verifier.matches(OF_A_TOKEN, Pin.NONE, PIN, Payer.NOBODY)).isFalse();
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void aRefusalWithoutAHashCanTakeTheTimeOfOne() {
        verifier.pretend(Payer.NOBODY);

        assertThat(hasher.pretended()).isEqualTo(1);
    }

    private Pin sealed(String pin) {
        return PinToKeep.readable(Secret.of(pin)).under("key", OF_A_TOKEN, vault);
    }

    @Test
    void aSealedPinIsRightWithoutAHash() {
        assertThat(verifier.matches(OF_A_TOKEN, sealed("1234"), PIN, Payer.NOBODY))
                .isTrue();
        assertThat(verifier.recall(OF_A_TOKEN, sealed("1234"), PIN)).contains(true);
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void whatIsNotTheSealedPinIsRefused() {
        assertThat(verifier.recall(OF_A_TOKEN, sealed("1234"), Secret.of("wrong")))
                .contains(false);
        assertThat(verifier.matches(OF_A_TOKEN, sealed("1234"), Secret.of("wrong"), Payer.NOBODY))
                .isFalse();
        assertThat(verifier.matches(OF_A_TOKEN, sealed("1234"), Secret.EMPTY, Payer.NOBODY))
                .isFalse();
        assertThat(verifier.matches(
                        OF_A_TOKEN, sealed("1234"), Secret.of(sealed("1234").text()), Payer.NOBODY))
                .isFalse();
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void nobodyHasASealedPinThatWasErased() {
        Pin stored = sealed("1234");
        vault.forget("key");

        assertThat(verifier.matches(OF_A_TOKEN, stored, PIN, Payer.NOBODY)).isFalse();
    }

    @Test
    void aPinThatWasSealedForAnotherTokenOpensNowhereElse() {
        Binding ofAnother = Binding.of("token/B", SecretPurpose.PIN);
        Pin stored = sealed("1234");

        assertThatThrownBy(() -> verifier.recall(ofAnother, stored, PIN)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void noPinIsPrintedWithTheFormInWhichItIsKept() {
        assertThat(PinToKeep.readable(Secret.of("4711")).toString()).doesNotContain("4711");
    }
}
