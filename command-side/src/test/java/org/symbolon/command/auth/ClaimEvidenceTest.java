package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.KeyedDigest;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.PinDigests;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakePasswords;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.token.SearchedToken;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

class ClaimEvidenceTest {

    private static final String OTHER_SEED = "00".repeat(20);
    private static final int MOST = 3;

    private final FakeSettings settings = new FakeSettings();
    private final FakeHasher hasher = new FakeHasher();
    private final FakePasswords passwords = new FakePasswords();
    private final List<SearchedToken> tokens = new ArrayList<>();
    private final ClaimEvidence evidence = new ClaimEvidence(
            (realm, types) -> (number, most) -> tokens.stream()
                    .filter(token -> token.number() > number)
                    .limit(most)
                    .toList(),
            new ValueSearch(TokenTypes.all(), new FakeVault(), settings, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
            passwords,
            new PinVerifier(
                    hasher,
                    new PinMemory(
                            new KeyedDigest(new byte[32]),
                            PinDigests.NONE,
                            10,
                            Duration.ofHours(1),
                            Duration.ofDays(29)),
                    new FakeVault()),
            settings,
            new ClaimGuesses(settings),
            MOST);

    private void token(String seed, int otpLength) {
        int number = tokens.size() + 1;
        TokenView view = Views.of(new HotpType(), Secret.EMPTY, otpLength, 0, 10, 1000, Map.of("hashlib", "sha1"));
        tokens.add(new SearchedToken(number, "S" + number, "hotp", FakeVault.sealed("key", seed), view));
    }

    private Optional<Claim> find(String typed, boolean needsPassword) {
        return evidence.find(ALICE, Secret.of(typed), needsPassword);
    }

    private static Optional<Claim> found(String serial, String otp, String hash) {
        return Optional.of(new Claim(serial, "hotp", Secret.of(otp), hash.isEmpty() ? Pin.NONE : new Pin.Hashed(hash)));
    }

    @Test
    void whatStandsBesideTheValueBecomesThePin() {
        token(OTHER_SEED, 6);
        token(EnrolledToken.RFC_SEED, 6);
        String otp = DeviceValue.at(1);

        assertThat(find("4321" + otp, false)).isEqualTo(found("S2", otp, "hash of 4321"));
        settings.with("PrependPin", "False");
        assertThat(find(otp + "4321", false)).isEqualTo(found("S2", otp, "hash of 4321"));
    }

    @Test
    void theEmptyPinNeedsNoHash() {
        token(EnrolledToken.RFC_SEED, 6);

        assertThat(find(DeviceValue.at(0), false)).isEqualTo(found("S1", DeviceValue.at(0), ""));
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void whatFitsNoTokenIsHashedNowhere() {
        token(EnrolledToken.RFC_SEED, 6);

        assertThat(find("4321000000", false)).isEmpty();
        assertThat(find("12345", false)).isEmpty();
        assertThat(find("", false)).isEmpty();
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void aPinThatIsTooLongForATokenFindsNone() {
        token(EnrolledToken.RFC_SEED, 6);

        assertThat(find("1".repeat(255) + DeviceValue.at(0), false)).isPresent();
        assertThat(find("1".repeat(256) + DeviceValue.at(0), false)).isEmpty();
    }

    @Test
    void eachTokenHasAValueOfItsOwnLength() {
        token(OTHER_SEED, 8);
        token(EnrolledToken.RFC_SEED, 6);

        assertThat(find("12" + DeviceValue.at(0), false)).isEqualTo(found("S2", DeviceValue.at(0), "hash of 12"));
    }

    @Test
    void aValueThatSeveralTokensGiveFindsNone() {
        token(EnrolledToken.RFC_SEED, 6);
        token(EnrolledToken.RFC_SEED, 6);

        assertThat(find("4321" + DeviceValue.at(0), false)).isEmpty();
    }

    @Test
    void noMoreTokensAreLookedAtThanMayBe() {
        for (int number = 0; number < MOST; number++) {
            token(OTHER_SEED, 6);
        }
        token(EnrolledToken.RFC_SEED, 6);

        assertThat(find(DeviceValue.at(0), false)).isEmpty();
        tokens.remove(0);
        assertThat(find(DeviceValue.at(0), false)).isPresent();
    }

    @Test
    void aPasswordThatIsNeededIsAskedForOnceAndMustBeRight() {
        passwords.set(ALICE, "secret");
        token(OTHER_SEED, 6);
        token(OTHER_SEED, 6);
        token(EnrolledToken.RFC_SEED, 6);

        assertThat(find("secret" + DeviceValue.at(0), true))
                .isEqualTo(found("S3", DeviceValue.at(0), "hash of secret"));
        assertThat(passwords.questions()).isEqualTo(1);
        assertThat(find("wrong" + DeviceValue.at(0), true)).isEmpty();
        assertThat(passwords.questions()).isEqualTo(2);
    }

    @Test
    void nobodyHasTheEmptyPassword() {
        passwords.set(ALICE, "");
        token(EnrolledToken.RFC_SEED, 6);

        assertThat(find(DeviceValue.at(0), true)).isEmpty();
        assertThat(passwords.questions()).isZero();
    }

    @Test
    void aUserMayTryAsOftenAsATokenBearsFailures() {
        ClaimGuesses guesses = new ClaimGuesses(settings.with("DefaultMaxFailCount", "2"));

        assertThat(guesses.another(ALICE)).isTrue();
        assertThat(guesses.another(ALICE)).isTrue();
        assertThat(guesses.another(ALICE)).isFalse();
        assertThat(guesses.another(EnrolledToken.BOB)).isTrue();
        guesses.forget(ALICE);
        assertThat(guesses.another(ALICE)).isTrue();
    }
}
