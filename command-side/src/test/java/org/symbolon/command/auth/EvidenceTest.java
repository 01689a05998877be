package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

class EvidenceTest extends GatheredEvidence {

    private static final LoginTerms ASKING = LoginTerms.draft()
            .challenges(new ChallengeTerms(Set.of("hotp"), null, Map.of(), false, List.of()))
            .terms();

    @Test
    void theOtpIsTheEndOfWhatWasTyped() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("1234755224"))))
                .isEqualTo(LogInKit.checking(ALICE, List.of(trial("A", "755224", true)), false));
    }

    @Test
    void theOtpIsTheBeginningWhenThePinIsNotPrepended() {
        settings.with("PrependPin", "False");
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("7552241234")))
                        .trials())
                .containsExactly(trial("A", "755224", true));
    }

    @Test
    void aWrongPinIsFoundToBeWrong() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("4321755224")))
                        .trials())
                .containsExactly(trial("A", "755224", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "False"})
    void aTokenWithoutPinTakesTheBareOtp(String prepend) {
        settings.with("PrependPin", prepend);
        candidates.add("A", "hotp", 6, Pin.NONE, ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("755224"))).trials())
                .containsExactly(new Trial("A", Secret.of("755224"), true, Pin.NONE, true));
    }

    @Test
    void whatIsShorterThanAnOtpIsNotEvenHashed() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("12345"))).trials())
                .containsExactly(new Trial("A", Secret.EMPTY, false, PIN_HASH, false));
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void everyTokenHasItsOwnLength() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "totp", 8, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("123412345678")))
                        .trials())
                .containsExactly(trial("A", "345678", false), trial("B", "12345678", true));
    }

    @Test
    void theWholePassOfASimplePassIsItsPin() {
        candidates.add("A", "spass", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("1234"))).trials())
                .containsExactly(trial("A", "", true));
        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("1234755224")))
                        .trials())
                .containsExactly(trial("A", "", false));
    }

    @Test
    void aTokenOfAnUnknownTypeIsSplitLikeAnyOther() {
        candidates.add("A", "motp", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("1234755224")))
                        .trials())
                .containsExactly(trial("A", "755224", true));
    }

    @ParameterizedTest
    @CsvSource({"hotp, A", "HOTP, A", "totp, B"})
    void aTypeRestrictsTheTokens(String type, String serial) {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "totp", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, type, LoginAttempt.plain(Secret.of("1234755224")))
                        .trials())
                .extracting(Trial::serial)
                .containsExactly(serial);
    }

    @Test
    void aUserWithoutTokensHasNoTrials() {
        candidates.add("A", "hotp", 6, PIN_HASH, BOB);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("1234755224"))))
                .isEqualTo(LogInKit.checking(ALICE, List.of(), false));
    }

    @Test
    void aSerialIsTriedAlone() {
        candidates.add("A", "hotp", 6, PIN_HASH, null);

        assertThat(ofSerial("A", null, LoginAttempt.plain(Secret.of("1234755224"))))
                .isEqualTo(LogInKit.checking(null, List.of(trial("A", "755224", true)), false));
    }

    @Test
    void anUnknownSerialIsNotFound() {
        assertThatThrownBy(() -> ofSerial("A", null, LoginAttempt.plain(Secret.of("1234755224"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(601));
        assertThatThrownBy(() -> ofValue("A", null, Secret.of("755224")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(601));
    }

    @Test
    void aSerialMustBelongToTheUserWhoWasNamed() {
        candidates.add("A", "hotp", 6, PIN_HASH, BOB);
        candidates.add("B", "hotp", 6, PIN_HASH, null);

        for (String serial : List.of("A", "B")) {
            assertThatThrownBy(() -> ofSerial(serial, ALICE, LoginAttempt.plain(Secret.of("1234755224"))))
                    .hasMessage("Given serial does not belong to given user!")
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(905));
        }
    }

    @Test
    void theValueAloneNeedsNoPin() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(ofValue("A", ALICE, Secret.of("755224")))
                .isEqualTo(LogInKit.checking(ALICE, List.of(trial("A", "755224", true)), true));
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void aTypeWithoutValuesIsNeverRightByItsValueAlone() {
        candidates.add("A", "spass", 6, PIN_HASH, null);

        assertThat(ofValue("A", null, Secret.EMPTY).trials())
                .containsExactly(new Trial("A", Secret.EMPTY, false, PIN_HASH, false));
    }

    private LogIn typed(String typed, String transaction, LoginTerms terms) {
        return ofUser(ALICE, "", new LoginAttempt(Secret.of(typed), transaction, terms));
    }

    @Test
    void thePinAloneAsksWhereThatIsWanted() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "totp", 6, PIN_HASH, ALICE);
        candidates.add("C", "spass", 6, PIN_HASH, ALICE);

        assertThat(typed("1234", null, ASKING))
                .isEqualTo(LogInKit.checking(
                        ALICE,
                        List.of(
                                new Trial("A", Secret.EMPTY, false, PIN_HASH, true, true),
                                new Trial("B", Secret.EMPTY, false, PIN_HASH, false),
                                trial("C", "", true)),
                        false,
                        false,
                        null,
                        ASKING));
    }

    @Test
    void aPinThatIsLongerThanAValueAsks() {
        candidates.add("A", "hotp", 6, new Pin.Hashed("hash of 1234567"), ALICE);

        assertThat(typed("1234567", null, ASKING).trials()).allMatch(Trial::asks);
        int before = hasher.hashes();
        assertThat(typed("1234567", null, ASKING).trials()).allMatch(Trial::asks);
        assertThat(hasher.hashes()).isEqualTo(before);
    }

    @Test
    void nothingAsksWhereNothingIsAndNothingIsThePin() {
        candidates.add("A", "hotp", 6, Pin.NONE, ALICE);

        assertThat(typed("", null, ASKING).trials()).allMatch(Trial::asks);
        assertThat(typed("", null, LoginTerms.NONE).trials()).noneMatch(Trial::asks);
    }

    @Test
    void aKnownPinBeforeAValueCostsNoHashThoughThePinAloneCouldAsk() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        typed("1234755224", null, ASKING);
        int before = hasher.hashes();

        assertThat(typed("1234287082", null, ASKING).trials()).containsExactly(trial("A", "287082", true));
        assertThat(hasher.hashes()).isEqualTo(before);
        assertThat(attemptsOfUser(ALICE, "", new LoginAttempt(Secret.of("1234287082"), null, ASKING))
                        .get()
                        .recalled())
                .isTrue();
    }

    @Test
    void anAnswerIsAllThatWasTypedAndNeedsNoPin() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "spass", 6, PIN_HASH, ALICE);

        assertThat(typed("1234", "tx", ASKING))
                .isEqualTo(LogInKit.checking(
                        ALICE, List.of(trial("A", "1234", false), trial("B", "", true)), false, false, "tx", ASKING));
    }

    @Test
    void whereNoPinIsWantedOnlyTheValueIsRight() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        LoginTerms terms = LoginTerms.draft().pinMode(PinMode.NONE).terms();

        assertThat(typed("755224", null, terms).trials()).containsExactly(trial("A", "755224", true));
        assertThat(typed("1234755224", null, terms).trials()).containsExactly(trial("A", "755224", false));
        assertThat(hasher.hashes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "x"})
    void whereNoPinIsWantedATokenThatIsNothingButAPinShowsNothing(String pass) {
        candidates.add("A", "spass", 6, PIN_HASH, ALICE);
        LoginTerms terms = LoginTerms.draft().pinMode(PinMode.NONE).terms();

        assertThat(typed(pass, null, terms).trials()).singleElement().satisfies(trial -> {
            assertThat(trial.pinMatches()).isFalse();
            assertThat(trial.longEnough()).isFalse();
        });
    }

    @Test
    void thePinMayBeThePasswordOfTheUserStoreWhichIsAskedOnce() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "hotp", 6, PIN_HASH, ALICE);
        passwords.set(ALICE, "password");
        LoginTerms terms = LoginTerms.draft().pinMode(PinMode.USER_STORE).terms();

        assertThat(typed("password755224", null, terms).trials())
                .containsExactly(trial("A", "755224", true), trial("B", "755224", true));
        assertThat(passwords.questions()).isEqualTo(1);
        assertThat(typed("1234755224", null, terms).trials()).noneMatch(Trial::pinMatches);
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void nobodyHasThePasswordOfATokenWithoutOwnerNorAnEmptyOne() {
        candidates.add("A", "hotp", 6, PIN_HASH, null);
        candidates.add("B", "hotp", 6, PIN_HASH, ALICE);
        passwords.set(ALICE, "");
        LoginTerms terms = LoginTerms.draft().pinMode(PinMode.USER_STORE).terms();

        for (String serial : List.of("A", "B")) {
            assertThat(ofSerial(serial, null, new LoginAttempt(Secret.of("755224"), null, terms))
                            .trials())
                    .noneMatch(Trial::pinMatches);
        }
        assertThat(passwords.questions()).isZero();
    }

    @Test
    void whoeverIsToBeAskedIsFoundByUserOrSerialAndType() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "totp", 6, PIN_HASH, ALICE);

        assertThat(evidence.askingUser(ALICE, "", ASKING))
                .isEqualTo(new TriggerChallenges(ALICE, List.of("A", "B"), ASKING));
        assertThat(evidence.askingUser(ALICE, "TOTP", ASKING).serials()).containsExactly("B");
        assertThat(evidence.askingToken("A", null, "", ASKING).serials()).containsExactly("A");
        assertThat(evidence.askingToken("A", null, "totp", ASKING).serials()).isEmpty();
        assertThat(evidence.askingToken("A", BOB, "", ASKING).serials()).isEmpty();
        assertThat(evidence.askingToken("NOSUCH", null, "", ASKING).serials()).isEmpty();
    }

    @Test
    void whoTheOwnerIsIsLookedUpOnlyWhereSomethingMayBeSentToHim() {
        Holder alice = new Holder("alice", ALICE.realm(), Map.of("email", "alice@example.com"));
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("M", "email", 6, PIN_HASH, BOB);
        candidates.add("N", "email", 6, PIN_HASH, null);
        LoginAttempt right = LoginAttempt.plain(Secret.of("1234"));

        assertThat(ofUser(ALICE, "", right).holder()).isEqualTo(Holder.NOBODY);
        assertThat(ofSerial("M", BOB, right).holder()).isEqualTo(alice);
        assertThat(ofSerial("M", BOB, LoginAttempt.plain(Secret.of("wrong"))).holder())
                .isEqualTo(Holder.NOBODY);
        assertThat(ofSerial("M", BOB, new LoginAttempt(Secret.of("755224"), "tx", ASKING))
                        .holder())
                .isEqualTo(alice);
        assertThat(ofSerial("N", null, right).holder()).isEqualTo(Holder.NOBODY);
        assertThat(evidence.askingUser(BOB, "", ASKING).holder()).isEqualTo(alice);
        assertThat(evidence.askingToken("A", null, "", ASKING).holder()).isEqualTo(Holder.NOBODY);
    }

    @Test
    void whatALogInHasEnrolledIsTriedOnlyByTheAnswer() {
        candidates.add("P", Progress.AWAITED);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("1234755224")))
                        .trials())
                .isEmpty();
        assertThat(evidence.hasTokens(ALICE)).isFalse();
        assertThat(evidence.askingUser(ALICE, "", ASKING).serials()).isEmpty();
        assertThat(ofUser(ALICE, "", new LoginAttempt(Secret.of("755224"), "tx", ASKING))
                        .trials())
                .extracting(Trial::serial)
                .containsExactly("P");
    }

    @Test
    void whatIsOwedIsATokenOfATypeThatTheUserHasNoneOf() {
        OwedToken token = new OwedToken(ALICE, Holder.NOBODY, "hotp", Map.of(), List.of());
        LoginAttempt attempt = new LoginAttempt(Secret.of("1234"), null, owing("HOTP"));
        candidates.add("S", "spass", 6, PIN_HASH, ALICE);
        assertThat(ofUser(ALICE, "", attempt).owed()).isEqualTo(token);
        assertThat(ofSerial("S", null, attempt).owed()).isEqualTo(token);

        candidates.add("P", Progress.AWAITED);
        assertThat(ofUser(ALICE, "", attempt).owed()).isEqualTo(token.waitingAs("P"));
        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("1234"))).owed())
                .isNull();

        candidates.add("A", Progress.UNFINISHED);
        assertThat(ofUser(ALICE, "spass", attempt).owed()).isNull();
    }

    @Test
    void aTypeThatNoLogInEnrolsIsNotOwed() {
        for (String type : List.of("spass", "nosuch")) {
            assertThat(ofUser(ALICE, "", new LoginAttempt(Secret.of("1234"), null, owing(type)))
                            .owed())
                    .isNull();
        }
    }
}
