package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/** What is known from earlier log-ins spares a look-up, and is never enough for a refusal. */
class RememberedEvidenceTest extends GatheredEvidence {

    @Test
    void aKnownUserWithAKnownPinIsJudgedWithoutLookingUp() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        lookUp("1234755224");

        LogIn second = attempts("1234287082").get();

        assertThat(second).isEqualTo(LogInKit.checking(ALICE, List.of(trial("A", "287082", true)), false, true));
        assertThat(candidates.lookUps).isEqualTo(1);
    }

    @Test
    void afterMemoryWasNotEnoughTheTokensAreLookedUp() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        lookUp("1234755224");
        candidates.add("B", "hotp", 6, PIN_HASH, ALICE);

        Supplier<LogIn> attempts = attempts("1234287082");

        assertThat(attempts.get().trials()).extracting(Trial::serial).containsExactly("A");
        assertThat(attempts.get())
                .isEqualTo(LogInKit.checking(
                        ALICE, List.of(trial("A", "287082", true), trial("B", "287082", true)), false));
    }

    @Test
    void whetherSomebodyHasATokenIsNeverToldFromMemory() {
        assertThat(evidence.hasTokens(ALICE)).isFalse();
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(evidence.hasTokens(ALICE)).isTrue();
        assertThat(evidence.hasTokens(BOB)).isFalse();
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
        int before = hasher.pretended();

        assertThat(attempts("4321755224").get().recalled()).isFalse();
        assertThat(hasher.pretended()).as("the time of a hash").isEqualTo(before + 1);
    }

    @Test
    void memoryIsNotAskedWhenItDoesNotKnowThePinOfEachToken() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "hotp", 6, new Pin.Hashed("hash of 5678"), ALICE);
        lookUp("1234755224");

        assertThat(attempts("1234287082").get().recalled()).isFalse();

        lookUp("5678287082");
        assertThat(attempts("1234287082").get().trials())
                .containsExactly(
                        trial("A", "287082", true),
                        new Trial("B", Secret.of("287082"), true, new Pin.Hashed("hash of 5678"), false));
        assertThat(attempts("1234287082").get().recalled()).isTrue();
    }

    @Test
    void thatAUserHadNoTokensIsNotRemembered() {
        lookUp("1234755224");
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(attempts("1234755224").get().trials()).containsExactly(trial("A", "755224", true));
    }

    @Test
    void anAnswerAndASuccessForAllTokensAreNeverJudgedFromMemory() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        lookUp("1234755224");

        for (LoginAttempt attempt : List.of(
                new LoginAttempt(Secret.of("1234287082"), "tx", LoginTerms.NONE),
                new LoginAttempt(
                        Secret.of("1234287082"),
                        null,
                        LoginTerms.draft()
                                .resetsAllTokens(Ruled.of(true, List.of()))
                                .terms()),
                new LoginAttempt(
                        Secret.of("1234287082"),
                        null,
                        LoginTerms.draft().pinMode(PinMode.USER_STORE).terms()))) {
            assertThat(attemptsOfUser(ALICE, "", attempt).get().recalled()).isFalse();
        }
    }

    @Test
    void memoryIsAskedOnlyWhereItKnowsATokenOfTheType() {
        LoginAttempt attempt = new LoginAttempt(Secret.of("1234755224"), null, owing("totp"));
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "totp", 6, PIN_HASH, ALICE);

        assertThat(attemptsOfUser(ALICE, "", attempt).get().recalled()).isFalse();
        assertThat(attemptsOfUser(ALICE, "", attempt).get().recalled()).isTrue();
        assertThat(attemptsOfUser(ALICE, "hotp", attempt).get().recalled()).isFalse();
    }

    private void lookUp(String pass) {
        assertThat(attempts(pass).get().recalled()).isFalse();
    }

    private Supplier<LogIn> attempts(String pass) {
        return attemptsOfUser(ALICE, "", LoginAttempt.plain(Secret.of(pass)));
    }
}
