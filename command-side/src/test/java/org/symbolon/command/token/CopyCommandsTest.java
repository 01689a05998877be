package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;
import static org.symbolon.command.support.EnrolledToken.hotp;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeEnrolmentChallenges;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;

class CopyCommandsTest {

    private static final String LOCKED = "This action is not possible, since the token is locked";

    private final FakeVault vault = new FakeVault();
    private final Stage stage = new Stage();
    private final List<TokenOwner> endedLogins = new ArrayList<>();

    CopyCommandsTest() {
        Repository<Token> repository = stage.repository(Token.class);
        Tokens tokens = new Tokens(repository, endedLogins::add);
        Clock clock = Clock.fixed(TokenFixture.NOW, ZoneOffset.UTC);
        EnrolmentCommands enrolments = new EnrolmentCommands(
                tokens,
                TokenTypes.all(),
                new FakeSerials(),
                vault,
                new FakeSettings(),
                Chance.counting(),
                new FakeEnrolmentChallenges(),
                (thing, token) -> {},
                clock);
        stage.handler(new CopyCommands(tokens, enrolments, vault, clock));
    }

    @Test
    void whatWasRememberedOfLogInsEndsWithWhatTheTokenWasThatIsChanged() {
        stage.given(
                hotp().serial("A").owner(ALICE).fact(),
                hotp().serial("B").owner(BOB).fact());

        stage.when(new CopyPin("A", "B"));
        assertThat(endedLogins).containsExactly(BOB);
        stage.when(new CopyOwner("A", "B"));
        assertThat(endedLogins).containsExactly(BOB, BOB);
        stage.when(new ReplaceLostToken("A", Secret.of("password"), 1));
        assertThat(endedLogins).containsExactly(BOB, BOB, ALICE);
    }

    @Test
    void aPinIsCopiedWhateverTheOrderOfTheSerials() {
        stage.given(
                hotp().serial("A").fact(),
                hotp().serial("B").pin(new Pin.Hashed("other")).fact());

        assertThat(stage.when(new CopyPin("A", "B"))).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new PinChanged("B", 1, PIN_HASH));
        assertThat(stage.when(new CopyPin("B", "A"))).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new PinChanged("A", 1, PIN_HASH));
    }

    @Test
    void aSealedPinIsSealedAnewUnderTheKeyOfTheOtherToken() {
        stage.given(
                hotp().serial("A").pin(readable("A", "key-of-A", "4321")).fact(),
                hotp().serial("B").fact());

        stage.when(new CopyPin("A", "B"));

        Sealed copied = sealedPin(((PinChanged) stage.facts().get(0)).pin());
        assertThat(vault.unseal(Token.binding("B", SecretPurpose.PIN), copied)).isEqualTo(Secret.of("4321"));
        assertThatThrownBy(() -> vault.unseal(Token.binding("A", SecretPurpose.PIN), copied))
                .isInstanceOf(SealBrokenException.class);
        String key = hotp().serial("B").fact().seed().key();
        assertThat(stage.facts()).containsExactly(new PinChanged("B", 1, readable("B", key, "4321")));
    }

    private static Sealed sealedPin(Pin pin) {
        return ((Pin.Kept) pin).sealed();
    }

    private Pin readable(String serial, String key, String pin) {
        return PinToKeep.readable(Secret.of(pin)).under(key, Token.binding(serial, SecretPurpose.PIN), vault);
    }

    @Test
    void whatReplacesALostTokenHasItsSealedPinUnderAKeyOfItsOwn() {
        stage.given(hotp().serial("A")
                .pin(readable("A", "key-of-A", "4321"))
                .owner(ALICE)
                .fact());

        lost("A");

        TokenEnrolled enrolled = (TokenEnrolled) stage.facts().get(0);
        assertThat(enrolled.seed().key()).isNotEqualTo("key-of-A");
        assertThat(vault.unseal(Token.binding("lostA", SecretPurpose.PIN), sealedPin(enrolled.pin())))
                .isEqualTo(Secret.of("4321"));
        assertThatThrownBy(() -> vault.unseal(Token.binding("A", SecretPurpose.PIN), sealedPin(enrolled.pin())))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void anOwnerIsCopiedWithTheRealms() {
        stage.given(
                hotp().serial("A").owner(ALICE).fact(),
                new TokenRealmsChanged("A", 1, List.of("realm1", "realm2")),
                hotp().serial("B").owner(BOB).fact());

        stage.when(new CopyOwner("A", "B"));

        assertThat(stage.facts())
                .containsExactly(
                        new TokenUnassigned("B", 1),
                        new TokenAssigned("B", 1, ALICE),
                        new TokenRealmsChanged("B", 1, List.of("realm1", "realm2")));
    }

    @Test
    void nothingIsCopiedFromOrToWhatIsNotThere() {
        stage.given(hotp().serial("A").fact());

        assertThatThrownBy(() -> stage.when(new CopyPin("NOSUCH", "A")))
                .hasMessage("No unique token to copy from found");
        assertThatThrownBy(() -> stage.when(new CopyOwner("A", "NOSUCH")))
                .hasMessage("No unique token to copy to found");
    }

    @Test
    void whatHasNoOwnerHasNoneToCopy() {
        stage.given(hotp().serial("A").fact(), hotp().serial("B").owner(BOB).fact());

        assertThatThrownBy(() -> stage.when(new CopyOwner("A", "B"))).hasMessage("The token 'A' has no owner to copy.");
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void nothingIsCopiedToARevokedToken() {
        stage.given(hotp().serial("A").owner(ALICE).fact(), hotp().serial("B").fact(), new TokenRevoked("B", 1));

        assertThatThrownBy(() -> stage.when(new CopyPin("A", "B"))).hasMessage(LOCKED);
        assertThatThrownBy(() -> stage.when(new CopyOwner("A", "B"))).hasMessage(LOCKED);
    }

    private Object lost(String serial) {
        return stage.when(new ReplaceLostToken(serial, Secret.of("secret"), 10));
    }

    @Test
    void aLostTokenIsDisabledAndReplaced() {
        stage.given(hotp().serial("A").owner(ALICE).fact());

        assertThat(lost("A")).isEqualTo(new LostTokenReplaced("lostA", "2026-12-04T12:34+0000", 1));
        assertThat(stage.facts()).hasAtLeastOneElementOfType(TokenEnrolled.class);
        TokenEnrolled enrolled = (TokenEnrolled) stage.facts().get(0);
        assertThat(enrolled.serial()).isEqualTo("lostA");
        assertThat(enrolled.type()).isEqualTo("pw");
        assertThat(enrolled.owner()).isEqualTo(ALICE);
        assertThat(enrolled.pin()).isEqualTo(PIN_HASH);
        assertThat(enrolled.description()).isEqualTo("temporary replacement for A");
        assertThat(enrolled.info()).containsEntry("validity_period_end", "2026-12-04T12:34+0000");
        assertThat(stage.facts()).contains(new TokenDisabled("A", 1));
    }

    @Test
    void whatIsLostAgainGetsAnotherPassword() {
        stage.given(hotp().serial("A").owner(ALICE).fact());
        lost("A");

        assertThat(lost("A")).isEqualTo(new LostTokenReplaced("lostA", "2026-12-04T12:34+0000", 0));
        assertThat(stage.facts()).hasAtLeastOneElementOfType(TokenReenrolled.class);
    }

    @Test
    void aTokenOfNobodyIsNotLost() {
        stage.given(hotp().serial("A").fact());

        assertThatThrownBy(() -> lost("A")).hasMessage("You can only define a lost token for an assigned token.");
        assertThat(stage.facts()).isEmpty();
    }
}
