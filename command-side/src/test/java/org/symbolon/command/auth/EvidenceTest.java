package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.auth.CheckCredentials.Trial;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.TokenOwner;

class EvidenceTest {

    private final KnownCandidates candidates = new KnownCandidates();
    private final FakeSettings settings = new FakeSettings();
    private final FakeHasher hasher = new FakeHasher();
    private final CandidateMemory memory = new CandidateMemory();
    private final Evidence evidence = new Evidence(
            candidates,
            memory,
            TokenTypes.all(),
            new PinVerifier(hasher, new PinMemory(new SecureRandom(), 100, Duration.ofHours(1))),
            settings);

    @Test
    void theOtpIsTheEndOfWhatWasTyped() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("1234755224")))
                .isEqualTo(new CheckCredentials(ALICE, List.of(trial("A", "755224", true)), false));
    }

    @Test
    void theOtpIsTheBeginningWhenThePinIsNotPrepended() {
        settings.with("PrependPin", "False");
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("7552241234")).trials())
                .containsExactly(trial("A", "755224", true));
    }

    @Test
    void aWrongPinIsFoundToBeWrong() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("4321755224")).trials())
                .containsExactly(trial("A", "755224", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "False"})
    void aTokenWithoutPinTakesTheBareOtp(String prepend) {
        settings.with("PrependPin", prepend);
        candidates.add("A", "hotp", 6, "", ALICE);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("755224")).trials())
                .containsExactly(new Trial("A", Secret.of("755224"), true, "", true));
    }

    @Test
    void whatIsShorterThanAnOtpIsNotEvenHashed() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("12345")).trials())
                .containsExactly(new Trial("A", Secret.EMPTY, false, PIN_HASH, false));
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void everyTokenHasItsOwnLength() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "totp", 8, PIN_HASH, ALICE);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("123412345678")).trials())
                .containsExactly(trial("A", "345678", false), trial("B", "12345678", true));
    }

    @Test
    void theWholePassOfASimplePassIsItsPin() {
        candidates.add("A", "spass", 6, PIN_HASH, ALICE);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("1234")).trials()).containsExactly(trial("A", "", true));
        assertThat(evidence.ofUser(ALICE, "", Secret.of("1234755224")).trials()).containsExactly(trial("A", "", false));
    }

    @Test
    void aTokenOfAnUnknownTypeIsSplitLikeAnyOther() {
        candidates.add("A", "motp", 6, PIN_HASH, ALICE);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("1234755224")).trials())
                .containsExactly(trial("A", "755224", true));
    }

    @ParameterizedTest
    @CsvSource({"hotp, A", "HOTP, A", "totp, B"})
    void aTypeRestrictsTheTokens(String type, String serial) {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "totp", 6, PIN_HASH, ALICE);

        assertThat(evidence.ofUser(ALICE, type, Secret.of("1234755224")).trials())
                .extracting(Trial::serial)
                .containsExactly(serial);
    }

    @Test
    void aUserWithoutTokensHasNoTrials() {
        candidates.add("A", "hotp", 6, PIN_HASH, BOB);

        assertThat(evidence.ofUser(ALICE, "", Secret.of("1234755224")))
                .isEqualTo(new CheckCredentials(ALICE, List.of(), false));
    }

    @Test
    void aSerialIsTriedAlone() {
        candidates.add("A", "hotp", 6, PIN_HASH, null);

        assertThat(evidence.ofSerial("A", null, Secret.of("1234755224")))
                .isEqualTo(new CheckCredentials(null, List.of(trial("A", "755224", true)), false));
    }

    @Test
    void anUnknownSerialIsNotFound() {
        assertThatThrownBy(() -> evidence.ofSerial("A", null, Secret.of("1234755224")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(601));
        assertThatThrownBy(() -> evidence.ofValue("A", null, Secret.of("755224")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(601));
    }

    @Test
    void aSerialMustBelongToTheUserWhoWasNamed() {
        candidates.add("A", "hotp", 6, PIN_HASH, BOB);
        candidates.add("B", "hotp", 6, PIN_HASH, null);

        for (String serial : List.of("A", "B")) {
            assertThatThrownBy(() -> evidence.ofSerial(serial, ALICE, Secret.of("1234755224")))
                    .hasMessage("Given serial does not belong to given user!")
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(905));
        }
    }

    @Test
    void theValueAloneNeedsNoPin() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(evidence.ofValue("A", ALICE, Secret.of("755224")))
                .isEqualTo(new CheckCredentials(ALICE, List.of(trial("A", "755224", true)), true));
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void aTypeWithoutValuesIsNeverRightByItsValueAlone() {
        candidates.add("A", "spass", 6, PIN_HASH, null);

        assertThat(evidence.ofValue("A", null, Secret.EMPTY).trials())
                .containsExactly(new Trial("A", Secret.EMPTY, false, PIN_HASH, false));
    }

    @Test
    void aKnownUserWithAKnownPinIsJudgedWithoutLookingUp() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        lookUp("1234755224");

        CheckCredentials second = attempts("1234287082").get();

        assertThat(second).isEqualTo(new CheckCredentials(ALICE, List.of(trial("A", "287082", true)), false, true));
        assertThat(candidates.lookUps).isEqualTo(1);
    }

    @Test
    void afterMemoryWasNotEnoughTheTokensAreLookedUp() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        lookUp("1234755224");
        candidates.add("B", "hotp", 6, PIN_HASH, ALICE);

        Supplier<CheckCredentials> attempts = attempts("1234287082");

        assertThat(attempts.get().trials()).extracting(Trial::serial).containsExactly("A");
        assertThat(attempts.get())
                .isEqualTo(new CheckCredentials(
                        ALICE, List.of(trial("A", "287082", true), trial("B", "287082", true)), false));
    }

    @Test
    void whoGetsAnotherTokenIsForgotten() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        lookUp("1234755224");
        memory.forget(BOB);
        assertThat(attempts("1234287082").get().recalled()).isTrue();

        memory.forget(ALICE);
        lookUp("1234287082");
        memory.forgetAll();
        lookUp("1234287082");
    }

    @Test
    void whatWasLookedUpBeforeSomebodyGotAnotherTokenIsNotRemembered() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.meanwhile = () -> memory.forget(ALICE);
        lookUp("1234755224");

        lookUp("1234287082");
    }

    @Test
    void aWrongPinIsNeverJudgedFromMemory() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        lookUp("1234755224");
        int before = hasher.hashes();

        assertThat(attempts("4321755224").get().recalled()).isFalse();
        assertThat(hasher.hashes()).isEqualTo(before + 1);
    }

    @Test
    void memoryIsNotAskedWhenItDoesNotKnowThePinOfEachToken() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "hotp", 6, "hash of 5678", ALICE);
        lookUp("1234755224");

        assertThat(attempts("1234287082").get().recalled()).isFalse();

        lookUp("5678287082");
        assertThat(attempts("1234287082").get().trials())
                .containsExactly(
                        trial("A", "287082", true), new Trial("B", Secret.of("287082"), true, "hash of 5678", false));
        assertThat(attempts("1234287082").get().recalled()).isTrue();
    }

    @Test
    void thatAUserHadNoTokensIsNotRemembered() {
        lookUp("1234755224");
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(attempts("1234755224").get().trials()).containsExactly(trial("A", "755224", true));
    }

    private void lookUp(String pass) {
        assertThat(attempts(pass).get().recalled()).isFalse();
    }

    private Supplier<CheckCredentials> attempts(String pass) {
        return evidence.attemptsOfUser(ALICE, "", Secret.of(pass));
    }

    private static Trial trial(String serial, String otp, boolean pinMatches) {
        return new Trial(serial, Secret.of(otp), true, PIN_HASH, pinMatches);
    }

    private static final class KnownCandidates implements CandidateTokens {

        private final List<Candidate> known = new ArrayList<>();
        private int lookUps;
        private Runnable meanwhile = () -> {};

        private void add(String serial, String type, int otpLength, String pinHash, TokenOwner owner) {
            known.add(new Candidate(serial, type, otpLength, pinHash, owner));
        }

        @Override
        public List<Candidate> ofOwner(TokenOwner owner) {
            lookUps++;
            meanwhile.run();
            return known.stream()
                    .filter(candidate -> owner.equals(candidate.owner()))
                    .toList();
        }

        @Override
        public Optional<Candidate> withSerial(String serial) {
            return known.stream()
                    .filter(candidate -> candidate.serial().equals(serial))
                    .findFirst();
        }
    }
}
