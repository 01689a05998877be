package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.hotp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TypeStateAdjusted;

/** A token's way to a new device: what is proven, what waits sealed, and what takes its place. */
class RolloverCommandsTest {

    private final FakeVault vault = new FakeVault();
    private final Stage stage = new Stage();
    private final List<TokenOwner> endedLogins = new ArrayList<>();
    private Instant now = TokenFixture.NOW;

    RolloverCommandsTest() {
        Tokens tokens = new Tokens(stage.repository(Token.class), endedLogins::add);
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        stage.handler(
                new RolloverCommands(tokens, TokenTypes.all(), vault, new FakeSettings(), Chance.counting(), clock));
        stage.handler(new TokenCommands(tokens, TokenTypes.all(), vault, new FakeSettings(), clock));
    }

    private Optional<?> begin(String proof) {
        return (Optional<?>) stage.when(new BeginRollover("A", proof == null ? null : Secret.of(proof), Holder.NOBODY));
    }

    private static Secret shown(Optional<?> begun) {
        return ((Enrolled) begun.orElseThrow())
                .disclosures().stream()
                        .filter(Disclosure.Seed.class::isInstance)
                        .map(Disclosure.Seed.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .seed();
    }

    private static String valueOf(Secret seed, long counter) {
        return Hotp.of(seed, 6, HashAlgorithm.SHA1).orElseThrow().value(counter);
    }

    private void confirm(String value) {
        stage.when(new ConfirmRollover("A", Secret.of(value)));
    }

    @Test
    void aNewSecretWaitsSealedAndNothingElseChanges() {
        stage.given(hotp().serial("A").owner(ALICE).fact());

        begin(null);

        assertThat(stage.facts()).singleElement().isInstanceOfSatisfying(TypeStateAdjusted.class, fact -> assertThat(
                        fact.change().entries())
                .containsOnlyKeys(TypeDescription.SUCCESSOR));
        assertThat(endedLogins).isEmpty();
    }

    @Test
    void aWrongProofCountsAsAFailureAndNothingWaits() {
        stage.given(hotp().serial("A").fact());

        assertThat(begin("000000")).isEmpty();

        assertThat(stage.facts()).singleElement().isInstanceOf(OtpRejected.class);
    }

    @Test
    void aRightProofIsUsedUp() {
        stage.given(hotp().serial("A").fact());
        Secret old = vault.unseal(
                Token.binding("A", SecretPurpose.SEED),
                hotp().serial("A").fact().seed());

        assertThat(begin(valueOf(old, 0))).isPresent();

        assertThat(stage.facts()).hasSize(2);
        assertThat(stage.facts().get(0)).isInstanceOf(OtpConsumed.class);
        assertThat(begin(valueOf(old, 0))).isEmpty();
    }

    @Test
    void theFirstValueOfTheNewDeviceLetsItTakeThePlaceOfTheOld() {
        stage.given(hotp().serial("A").owner(ALICE).fact());
        Secret seed = shown(begin(null));

        confirm(valueOf(seed, 2));

        TokenReenrolled fact = (TokenReenrolled) stage.facts().get(0);
        assertThat(stage.facts()).hasSize(1);
        assertThat(vault.unseal(Token.binding("A", SecretPurpose.SEED), fact.seed()))
                .isEqualTo(seed);
        assertThat(fact.state().count()).isEqualTo(3);
        assertThat(fact.state().entries()).containsEntry(TypeDescription.SUCCESSOR, null);
        assertThat(fact.pin()).isNull();
        assertThat(fact.owner()).isNull();
        assertThat(endedLogins).containsExactly(ALICE);
        assertThatThrownBy(() -> confirm(valueOf(seed, 3)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("No new device");
    }

    @Test
    void aWrongFirstValueAndOneThatIsLateChangeNothing() {
        stage.given(hotp().serial("A").fact());
        Secret seed = shown(begin(null));

        assertThatThrownBy(() -> confirm("000000")).hasMessageContaining("Verification of the new token failed.");
        now = now.plus(Duration.ofMinutes(61));
        assertThatThrownBy(() -> confirm(valueOf(seed, 0))).hasMessageContaining("No new device");
    }

    @Test
    void whoeverHasTheTokenNextIsNotHandedOverWhatTheFormerOwnerBegan() {
        stage.given(hotp().serial("A").owner(ALICE).fact());
        Secret seed = shown(begin(null));

        stage.when(new UnassignTokens(List.of("A")));
        stage.when(new AssignToken("A", BOB, null));

        assertThatThrownBy(() -> confirm(valueOf(seed, 0))).hasMessageContaining("No new device");
    }

    @Test
    void aRevokedTokenGoesNowhere() {
        stage.given(hotp().serial("A").fact(), new TokenRevoked("A", 1));

        assertThatThrownBy(() -> begin(null)).hasMessageContaining("locked");
    }
}
