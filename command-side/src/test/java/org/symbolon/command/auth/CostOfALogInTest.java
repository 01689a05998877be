package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/** What somebody can make the server pay for one log-in. */
class CostOfALogInTest extends GatheredEvidence {

    private static final String WRONG = "4321755224";

    private static Pin imported(int number) {
        return new Pin.Hashed("hash of " + (5000 + number));
    }

    private void sixtyTokens() {
        for (int number = 0; number < 60; number++) {
            candidates.add("T" + (10 + number), "hotp", 6, imported(number), ALICE);
        }
    }

    private LogIn attempt(String typed) {
        return ofUser(ALICE, "", LoginAttempt.plain(Secret.of(typed)));
    }

    @Test
    void sixtyTokensCostNoMoreThanEightHashes() {
        sixtyTokens();

        assertThat(attempt(WRONG).trials()).hasSize(60).noneMatch(Trial::pinMatches);
        assertThat(hasher.hashes()).isEqualTo(8);
        assertThat(hasher.pretended()).isZero();
    }

    @Test
    void pinsThatWereHashedHereCostNoHashHoweverManyThereAre() {
        for (int number = 0; number < 60; number++) {
            candidates.add("T" + (10 + number), "hotp", 6, pins.hash(Secret.of("" + (5000 + number))), ALICE);
        }
        int before = hasher.hashes();

        assertThat(attempt("5059755224").trials()).filteredOn(Trial::pinMatches).hasSize(1);
        assertThat(attempt(WRONG).trials()).noneMatch(Trial::pinMatches);
        assertThat(hasher.hashes()).isEqualTo(before);
    }

    @Test
    void aPinThatManyTokensShareIsHashedOnce() {
        for (int number = 0; number < 20; number++) {
            candidates.add("T" + (10 + number), "hotp", 6, PIN_HASH, ALICE);
        }

        assertThat(attempt(WRONG).trials()).hasSize(20);
        assertThat(hasher.hashes()).isEqualTo(1);
        assertThat(attempt("1234755224").trials()).hasSize(20).allMatch(Trial::pinMatches);
        assertThat(hasher.hashes()).isEqualTo(2);
    }

    @Test
    void aTokenThatLetsNobodyInIsNotHashed() {
        candidates.add("A", "hotp", 6, imported(1), ALICE);
        candidates.add("B", "hotp", 6, imported(2), ALICE);
        unfit.add("A");

        assertThat(attempt("5001755224").trials()).noneMatch(Trial::pinMatches);
        assertThat(hasher.hashes()).as("of B").isEqualTo(1);
    }

    @Test
    void aTokenThatLetsNobodyInIsToldFromAWrongPinWhereItsPinIsKnown() {
        candidates.add("A", "hotp", 6, pins.hash(Secret.of("5001")), ALICE);
        unfit.add("A");

        assertThat(attempt("5001755224").trials()).allMatch(Trial::pinMatches);
    }

    @Test
    void aRefusalThatNeedsNoHashTakesTheTimeOfOneAndNoMore() {
        candidates.add("A", "hotp", 6, pins.hash(Secret.of("1111")), ALICE);
        candidates.add("B", "hotp", 6, pins.hash(Secret.of("2222")), ALICE);
        candidates.add("C", "hotp", 6, Pin.NONE, ALICE);

        attempt(WRONG);

        assertThat(hasher.pretended()).isEqualTo(1);
    }

    @Test
    void anAnswerToAChallengeHasNoPinAndWaitsForNothing() {
        candidates.add("A", "hotp", 6, pins.hash(Secret.of("1111")), ALICE);

        ofUser(ALICE, "", new LoginAttempt(Secret.of("755224"), "tx", LoginTerms.NONE));

        assertThat(hasher.pretended()).isZero();
    }

    @Test
    void sixtyTokensThatLetNobodyInAreNotAllLookedAt() {
        sixtyTokens();
        candidates.known.forEach(candidate -> unfit.add(candidate.serial()));

        attempt(WRONG);

        assertThat(hasher.hashes()).isZero();
        assertThat(hasher.pretended()).isEqualTo(1);
    }

    @Test
    void whereNobodyIsToKnowWhyARefusalTakesTheTimeOfAHashWhateverIsWrong() {
        LoginTerms hiding = LoginTerms.draft()
                .hidesFailures(true)
                .disabledTypes(Set.of("totp"))
                .terms();
        LoginAttempt attempt = new LoginAttempt(Secret.of(WRONG), null, hiding);

        ofUser(ALICE, "", attempt);
        assertThat(hasher.pretended()).as("no token").isEqualTo(1);
        candidates.add("A", "totp", 6, pins.hash(Secret.of("1111")), ALICE);
        ofUser(ALICE, "", attempt);
        assertThat(hasher.pretended()).as("a token of a disabled type").isEqualTo(2);
        assertThatThrownBy(evidence.attempts(new LoginSubject.Unknown("<x@realm>"), attempt)::get)
                .isInstanceOf(Refusal.class);
        assertThat(hasher.pretended()).as("nobody").isEqualTo(3);

        ofUser(ALICE, "", new LoginAttempt(Secret.of("755224"), "tx", hiding));
        assertThat(hasher.pretended()).as("an answer").isEqualTo(3);
    }

    @Test
    void whosePinIsRightWaitsForNothing() {
        candidates.add("A", "hotp", 6, pins.hash(Secret.of("1111")), ALICE);

        attempt("1111755224");

        assertThat(hasher.pretended()).isZero();
    }
}
