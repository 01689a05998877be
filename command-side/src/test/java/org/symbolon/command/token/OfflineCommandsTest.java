package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.machine.application.AuthItem;
import org.symbolon.command.shared.Sha256;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.MovingClock;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.RefillOffline.Outcome;
import org.symbolon.command.token.RefillOffline.Refilled;
import org.symbolon.command.token.RefillOffline.Refused;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.AuthItemRefused;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.OfflineUseGranted;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenRevoked;

/** What machines get that check log-ins by themselves. */
class OfflineCommandsTest {

    private static final String NOT_OFFLINE = "Token is not an offline token or refill token is incorrect";
    private static final MachineTokenAttached ATTACHED =
            new MachineTokenAttached(SERIAL, 1, 5, "offline", null, Map.of());

    private final Stage stage = new Stage();

    OfflineCommandsTest() {
        stage.handler(new OfflineCommands(
                new Tokens(stage.repository(Token.class), owner -> {}),
                TokenTypes.all(),
                new FakeVault(),
                new FakeSettings(),
                Chance.counting(),
                new MovingClock()));
    }

    private static OfflineUseGranted granted(String computer, long counter, String refillToken) {
        return new OfflineUseGranted(SERIAL, 1, computer, counter, Sha256.hexOf(refillToken));
    }

    @SuppressWarnings("unchecked") // it is what the handler answers
    private List<FetchedItem> grant(String pass) {
        return (List<FetchedItem>) stage.when(new GrantOfflineUse(
                SERIAL, "desk", Map.of("count", "2"), Optional.ofNullable(pass).map(Secret::of)));
    }

    private Outcome refill(String computer, String refillToken, String pass) {
        return (Outcome) stage.when(
                new RefillOffline(SERIAL, computer, Secret.of(refillToken), Secret.of(pass), Map.of("count", "2")));
    }

    @Test
    void whoHasLoggedInBringsValuesToHisMachine() {
        stage.given(hotp().owner(ALICE).fact(), ATTACHED);

        AuthItem.OfflineValues values =
                (AuthItem.OfflineValues) grant("1234755224").get(0).item();

        assertThat(values.passes()).containsExactly(Secret.of("1234755224"), Secret.of("1234287082"));
        assertThat(stage.facts())
                .containsExactly(granted("desk", 2, values.refillToken().reveal()));
        assertThat(stage.facts().toString()).doesNotContain(values.refillToken().reveal());
    }

    @Test
    void aTokenThatIsForNoMachineOrOfWhichNoPinIsKnownBringsNothing() {
        stage.given(hotp().fact());
        assertThat(grant("1234755224")).isEmpty();
        stage.given(ATTACHED);
        assertThat(grant(null)).isEmpty();
        stage.given(new MachineTokenDetached(SERIAL, 1, 5));
        assertThat(grant("1234755224")).isEmpty();
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aMachineIsRefilledWithAsMuchAsItHasUsedUpAndOnce() {
        stage.given(hotp().owner(ALICE).fact(), ATTACHED, granted("desk", 2, "first"));

        Refilled refilled = (Refilled) refill("desk", "first", "1234755224");

        AuthItem.OfflineValues values = (AuthItem.OfflineValues) refilled.item().item();
        assertThat(values.first()).isEqualTo(2);
        assertThat(values.passes()).containsExactly(Secret.of("1234359152"));
        assertThat(stage.facts())
                .containsExactly(granted("desk", 3, values.refillToken().reveal()));
        assertThat(refill("desk", "first", "1234287082")).isEqualTo(new Refused(905, NOT_OFFLINE));
        assertThat(stage.facts()).containsExactly(new AuthItemRefused(SERIAL, 1, "offline"));
    }

    @Test
    void whatOneMachineGotIsNothingToAnother() {
        stage.given(hotp().fact(), ATTACHED, granted("desk", 2, "first"), granted("", 4, "nameless"));

        assertThat(refill("laptop", "first", "1234755224")).isEqualTo(new Refused(905, NOT_OFFLINE));
        assertThat(refill("", "first", "1234755224")).isEqualTo(new Refused(905, NOT_OFFLINE));
        assertThat(refill("laptop", "nameless", "1234359152")).isInstanceOf(Refilled.class);
    }

    @Test
    void aWrongValueIsRefusedAndTheRefillTokenStaysGood() {
        stage.given(hotp().fact(), ATTACHED, granted("desk", 2, "first"));

        assertThat(refill("desk", "first", "1234359152"))
                .isEqualTo(new Refused(401, "You provided a wrong OTP value."));
        assertThat(refill("desk", "first", "12")).isEqualTo(new Refused(905, "Could not split password"));
        assertThat(refill("desk", "first", "1234287082")).isInstanceOf(Refilled.class);
    }

    @Test
    void anotherOwnerOrTheEndOfAllMachinesForgetsWhatTheyGot() {
        TokenOwner bob = new TokenOwner("passwd", "1002", "realm1");
        stage.given(hotp().fact(), ATTACHED, granted("desk", 2, "first"), new TokenAssigned(SERIAL, 1, bob));
        assertThat(refill("desk", "first", "1234755224")).isEqualTo(new Refused(905, NOT_OFFLINE));

        stage.given(granted("desk", 4, "second"), new MachineTokenDetached(SERIAL, 1, 5), ATTACHED);
        assertThat(refill("desk", "second", "1234359152")).isEqualTo(new Refused(905, NOT_OFFLINE));
    }

    @Test
    void ofATokenThatIsOutOfUseNothingIsToldButThat() {
        stage.given(hotp().fact(), ATTACHED, granted("desk", 2, "first"), new TokenRevoked(SERIAL, 1));

        assertThat(refill("desk", "first", "1234755224")).isEqualTo(new Refused(905, "The token is not valid."));
        assertThat(stage.when(new RefillOffline("NONE", "", Secret.of("x"), Secret.EMPTY, Map.of())))
                .isEqualTo(new Refused(905, "The token does not exist"));
    }

    @Test
    void aNewMachineTakesThePlaceOfTheOldestOnceThereAreMany() {
        stage.given(hotp().fact(), ATTACHED);
        for (int computer = 0; computer <= 50; computer++) {
            stage.given(granted("computer" + computer, 2, "token" + computer));
        }

        assertThat(refill("computer0", "token0", "1234755224")).isEqualTo(new Refused(905, NOT_OFFLINE));
        assertThat(refill("computer50", "token50", "1234755224")).isInstanceOf(Refilled.class);
    }
}
