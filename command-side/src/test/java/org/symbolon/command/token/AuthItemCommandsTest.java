package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.EnrolledToken.totp;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.machine.application.AuthItem;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.tokentype.AuthorizedKey;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.totp.TotpType;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.AuthItemIssued;
import org.symbolon.events.token.AuthItemRefused;
import org.symbolon.events.token.OfflineValuesIssued;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenRevoked;

class AuthItemCommandsTest {

    private static final String DISK = "UBOM0001";

    private final Stage stage = new Stage();
    private final FakeSettings settings = new FakeSettings();

    AuthItemCommandsTest() {
        stage.handler(new AuthItemCommands(
                new Tokens(stage.repository(Token.class), owner -> {}),
                new TokenTypes(List.of(new HotpType(), new TotpType(), new KeyType())),
                MachineApplications.all(),
                new FakeVault(),
                settings,
                Chance.counting()));
    }

    private static FetchAuthItems.Use use(String serial, String application, String... options) {
        return new FetchAuthItems.Use(
                serial, application, options.length == 0 ? Map.of() : Map.of(options[0], options[1]));
    }

    @SuppressWarnings("unchecked") // it is what the handler answers
    private List<FetchedItem> fetch(String challenge, FetchAuthItems.Use... uses) {
        return (List<FetchedItem>) stage.when(new FetchAuthItems(List.of(uses), Secret.of(challenge)));
    }

    @Test
    void aDiskIsOpenedByTheAnswerToAChallenge() {
        stage.given(totp().serial(DISK).owner(ALICE).fact());
        FetchAuthItems.Use use = use(DISK, "luks", "slot", "1");

        assertThat(fetch("0102030405060708", use))
                .containsExactly(new FetchedItem(
                        use,
                        new AuthItem.ChallengeResponse(
                                "0102030405060708", Secret.of("1d93c9d078de409cffa50f2e7bc143d4e6138aa5")),
                        ALICE));
        assertThat(stage.facts()).containsExactly(new AuthItemIssued(DISK, 1, "luks"));
    }

    @Test
    void withoutAChallengeOneIsMade() {
        stage.given(totp().serial(DISK).fact());

        assertThat(fetch("", use(DISK, "luks")))
                .extracting(FetchedItem::item)
                .containsExactly(new AuthItem.ChallengeResponse(
                        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                        Secret.of("15cffaa4124df7121727a79739053d9a7a070202")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "xy", "0102 "})
    void aChallengeThatIsNotHexadecimalIsRefused(String challenge) {
        stage.given(totp().serial(DISK).fact());

        assertThatThrownBy(() -> fetch(challenge, use(DISK, "luks")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Parameter 'challenge' must be hexadecimal");
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aMachineGetsValuesInAdvanceAndTheTokenLosesThem() {
        stage.given(hotp().fact());
        FetchAuthItems.Use use = use(EnrolledToken.SERIAL, "offline", "count", "2");

        assertThat(fetch("1234755224", use))
                .extracting(FetchedItem::item)
                .containsExactly(new AuthItem.OfflineValues(
                        0,
                        List.of(Secret.of("1234755224"), Secret.of("1234287082")),
                        6549,
                        Secret.of(HexFormat.of().formatHex(Chance.counting().bytes(40)))));
        assertThat(stage.facts())
                .containsExactly(new OfflineValuesIssued(
                        EnrolledToken.SERIAL,
                        1,
                        2,
                        "3d33506bc90b4ebb02653e1f027c9e4f2bf518ea3bfb26c808c12780a8567789"));
        assertThat(((AuthItem.OfflineValues) fetch("", use).get(0).item()).passes())
                .containsExactly(Secret.of("359152"), Secret.of("969429"));
    }

    @Test
    void twoUsesOfOneTokenShareNoValue() {
        stage.given(hotp().fact());
        FetchAuthItems.Use use = use(EnrolledToken.SERIAL, "offline", "rounds", "5");

        assertThat(fetch("", use, use))
                .extracting(fetched -> (AuthItem.OfflineValues) fetched.item())
                .extracting(values -> values.first() + " to " + values.next() + ", " + values.rounds() + " rounds")
                .containsExactly("0 to 100, 5 rounds", "100 to 200, 5 rounds");
    }

    @Test
    void thePinIsBehindTheValueWhereTheSystemSaysSo() {
        stage.given(hotp().fact());
        settings.with("PrependPin", "False");

        assertThat(((AuthItem.OfflineValues) fetch("7552241234", use(EnrolledToken.SERIAL, "offline", "count", "1"))
                                .get(0)
                                .item())
                        .passes())
                .containsExactly(Secret.of("7552241234"));
    }

    @Test
    void aKeyIsHandedOutWhereTheTypeHasOne() {
        stage.given(
                EnrolledToken.ofType("key").serial("KEY1").fact(),
                hotp().serial("A").fact());

        assertThat(fetch("", use("KEY1", "ssh"), use("A", "ssh")))
                .extracting(FetchedItem::item)
                .containsExactly(new AuthItem.AuthorizedKey("ssh-test " + EnrolledToken.RFC_SEED));
        assertThat(stage.facts()).containsExactly(new AuthItemIssued("KEY1", 1, "ssh"));
    }

    @Test
    void whatIsNoTokenForTheApplicationIsLeftOut() {
        stage.given(
                totp().serial("TOTP1").fact(),
                hotp().serial(DISK).fact(),
                EnrolledToken.ofType("former").serial("OLD").fact());

        assertThat(fetch(
                        "",
                        use("TOTP1", "luks"),
                        use("TOTP1", "offline"),
                        use(DISK, "luks"),
                        use("OLD", "offline"),
                        use("OLD", "ssh"),
                        use("NOWHERE", "offline"),
                        use("TOTP1", "nosuch")))
                .isEmpty();
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aTokenThatIsGoneGivesNothing() {
        stage.given(EnrolledToken.hotp().fact(), new TokenDeleted(EnrolledToken.SERIAL, 1));

        assertThat(fetch("", use(EnrolledToken.SERIAL, "offline"))).isEmpty();
    }

    @Test
    void aDisabledOrRevokedTokenGivesNothingAndThatIsAFact() {
        stage.given(
                totp().serial("UBOM0002").fact(),
                new TokenDisabled("UBOM0002", 1),
                totp().serial("UBOM0003").fact(),
                new TokenRevoked("UBOM0003", 1));

        assertThat(fetch("00", use("UBOM0003", "luks"), use("UBOM0002", "luks")))
                .isEmpty();
        assertThat(stage.facts())
                .containsExactly(
                        new AuthItemRefused("UBOM0002", 1, "luks"), new AuthItemRefused("UBOM0003", 1, "luks"));
    }

    /** A type that has a key, as there is none yet. */
    private static final class KeyType implements TokenType, AuthorizedKey {

        private static final TypeDescription DESCRIPTION =
                TypeDescriptionBuilder.of("key", "KEY", "").build();

        @Override
        public TypeDescription describe() {
            return DESCRIPTION;
        }

        @Override
        public EnrolmentStep enrol(EnrolmentRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Judgement judge(TokenView token, Credential credential, Circumstances now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String authorizedKey(TokenView token) {
            return "ssh-test " + token.secret().reveal();
        }
    }
}
