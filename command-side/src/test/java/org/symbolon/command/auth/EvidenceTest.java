package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakePasswords;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.ClaimTerms;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.auth.PassThrough;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.events.shared.TokenOwner;

class EvidenceTest {

    private static final LoginTerms ASKING = LoginTerms.draft()
            .challenges(new ChallengeTerms(Set.of("hotp"), null, Map.of(), false, List.of()))
            .terms();

    private final KnownCandidates candidates = new KnownCandidates();
    private final FakeSettings settings = new FakeSettings();
    private final FakeHasher hasher = new FakeHasher();
    private final CandidateMemory memory = new CandidateMemory();
    private final FakePasswords passwords = new FakePasswords();
    private final PinVerifier pins =
            new PinVerifier(hasher, new PinMemory(new SecureRandom(), 100, Duration.ofHours(1)), new FakeVault());
    private final Evidence evidence = new Evidence(
            candidates,
            memory,
            new Trials(TokenTypes.all(), pins, passwords, settings),
            new PinEvidence(id -> Optional.empty(), candidates, pins, new FakeVault()),
            passwords,
            new LoginCache(new FakeLogins(), new FakeVault(), pins),
            new ClaimEvidence(
                    (realm, types) -> (number, most) -> List.of(),
                    new ValueSearch(TokenTypes.all(), new FakeVault(), settings, Clock.systemUTC()),
                    passwords,
                    pins,
                    settings,
                    new ClaimGuesses(settings),
                    10),
            new OwedEvidence(TokenTypes.all(), (login, owner, shown) -> Holder.NOBODY));

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
        candidates.add("A", "hotp", 6, "", ALICE);

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("755224"))).trials())
                .containsExactly(new Trial("A", Secret.of("755224"), true, "", true));
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
        candidates.add("A", "hotp", 6, "hash of 1234567", ALICE);

        assertThat(typed("1234567", null, ASKING).trials()).allMatch(Trial::asks);
        int before = hasher.hashes();
        assertThat(typed("1234567", null, ASKING).trials()).allMatch(Trial::asks);
        assertThat(hasher.hashes()).isEqualTo(before);
    }

    @Test
    void nothingAsksWhereNothingIsAndNothingIsThePin() {
        candidates.add("A", "hotp", 6, "", ALICE);

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
    void whereNoPinIsWantedOnlyTheValueIsRight() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        LoginTerms terms = LoginTerms.draft().pinMode(PinMode.NONE).terms();

        assertThat(typed("755224", null, terms).trials()).containsExactly(trial("A", "755224", true));
        assertThat(typed("1234755224", null, terms).trials()).containsExactly(trial("A", "755224", false));
        assertThat(hasher.hashes()).isZero();
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

    private static LoginTerms owing(String type) {
        return LoginTerms.draft()
                .owedToken(new OwedTokenTerms(type, true, Map.of(), TokenQuota.NONE, List.of()))
                .terms();
    }

    @Test
    void whatIsOwedIsATokenOfATypeThatTheUserHasNoFinishedOneOf() {
        OwedToken token = new OwedToken(ALICE, Holder.NOBODY, "hotp", Map.of(), List.of());
        LoginAttempt attempt = new LoginAttempt(Secret.of("1234"), null, owing("HOTP"));
        candidates.add("S", "spass", 6, PIN_HASH, ALICE);
        candidates.add("U", Progress.UNFINISHED);
        assertThat(ofUser(ALICE, "", attempt).owed()).isEqualTo(token);
        assertThat(ofSerial("S", null, attempt).owed()).isEqualTo(token);

        candidates.add("P", Progress.AWAITED);
        assertThat(ofUser(ALICE, "", attempt).owed()).isEqualTo(token.waitingAs("P"));
        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("1234"))).owed())
                .isNull();

        candidates.add("A", Progress.FINISHED);
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

    @Test
    void memoryIsAskedOnlyWhereItKnowsATokenOfTheType() {
        LoginAttempt attempt = new LoginAttempt(Secret.of("1234755224"), null, owing("totp"));
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        candidates.add("B", "totp", 6, PIN_HASH, ALICE);

        assertThat(attemptsOfUser(ALICE, "", attempt).get().recalled()).isFalse();
        assertThat(attemptsOfUser(ALICE, "", attempt).get().recalled()).isTrue();
        assertThat(attemptsOfUser(ALICE, "hotp", attempt).get().recalled()).isFalse();
    }

    private static LoginAttempt within(LayerTerms layers, String typed) {
        return new LoginAttempt(
                Secret.of(typed), null, LoginTerms.draft().layers(layers).terms());
    }

    @Test
    void whoHasNoTokenIsLookedAtOnlyWhereThatMatters() {
        LayerTerms withoutToken =
                new LayerTerms(null, Ruled.nothing(), Ruled.of(true, List.of("p")), Ruled.nothing(), Ruled.nothing());

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("x")))
                        .findings()
                        .tokenless())
                .isFalse();
        assertThat(ofUser(ALICE, "", within(withoutToken, "x")).findings().tokenless())
                .isTrue();
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        assertThat(ofUser(ALICE, "totp", within(withoutToken, "x")).findings().tokenless())
                .as("of another type")
                .isFalse();
    }

    @Test
    void thePasswordOfWhoHasNoTokenIsHeldAgainstHisUserStore() {
        LayerTerms passing = new LayerTerms(
                null,
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.of(PassThrough.USER_STORE, List.of("p")),
                Ruled.of(new ClaimTerms(false, TokenQuota.NONE), List.of("c")));
        passwords.set(ALICE, "secret");

        assertThat(ofUser(ALICE, "", within(passing, "secret")).findings()).isEqualTo(Findings.NONE.tokenless(true));
        assertThat(ofUser(ALICE, "", within(passing, "wrong")).findings()).isEqualTo(Findings.NONE.tokenless(false));
        assertThat(ofUser(ALICE, "", within(passing, "")).findings().passwordRight())
                .isFalse();
    }

    @Test
    void whoTriesTooOftenToClaimIsNotServed() {
        LayerTerms claiming = new LayerTerms(
                null,
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.of(new ClaimTerms(false, TokenQuota.NONE), List.of("c")));
        settings.with("DefaultMaxFailCount", "2");

        assertThat(ofUser(ALICE, "", within(claiming, "1")).findings().triedTooOften())
                .isFalse();
        Supplier<LogIn> second = attemptsOfUser(ALICE, "", within(claiming, "2"));
        assertThat(second.get().findings().triedTooOften()).isFalse();
        assertThat(second.get().findings().triedTooOften())
                .as("the same once more")
                .isFalse();
        assertThat(ofUser(ALICE, "", within(claiming, "3")).findings().triedTooOften())
                .isTrue();
    }

    @Test
    void whatMayBeCachedIsHashedBeforeTheDecision() {
        LayerTerms caching = new LayerTerms(
                new CacheTerms(Instant.EPOCH, null, 0),
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.nothing());
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", within(caching, "1234755224")).findings().cacheHash())
                .isEqualTo("hash of 1234755224");
        assertThat(ofUser(ALICE, "", within(caching, "4321755224")).findings().cacheHash())
                .isNull();
    }

    @Test
    void somebodyUnknownIsRefusedUnlessHeIsLetIn() {
        LoginSubject unknown = new LoginSubject.Unknown("<x@realm1>");
        LayerTerms accepting =
                new LayerTerms(null, Ruled.of(true, List.of("p")), Ruled.nothing(), Ruled.nothing(), Ruled.nothing());

        assertThat(evidence.attempts(unknown, within(accepting, "x")).get().trials())
                .isEmpty();
        assertThatThrownBy(() -> evidence.attempts(unknown, LoginAttempt.plain(Secret.of("x")))
                        .get())
                .hasMessage("User <x@realm1> does not exist.")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(904));
    }

    private LogIn ofUser(TokenOwner owner, String type, LoginAttempt attempt) {
        return attemptsOfUser(owner, type, attempt).get();
    }

    private Supplier<LogIn> attemptsOfUser(TokenOwner owner, String type, LoginAttempt attempt) {
        return evidence.attempts(new LoginSubject.User("alice", owner, type), attempt);
    }

    private LogIn ofSerial(String serial, TokenOwner owner, LoginAttempt attempt) {
        return evidence.attempts(new LoginSubject.OneToken(serial, owner), attempt)
                .get();
    }

    private LogIn ofValue(String serial, TokenOwner owner, Secret otp) {
        return evidence.attempts(new LoginSubject.Value(serial, owner), LoginAttempt.plain(otp))
                .get();
    }

    private void lookUp(String pass) {
        assertThat(attempts(pass).get().recalled()).isFalse();
    }

    private Supplier<LogIn> attempts(String pass) {
        return attemptsOfUser(ALICE, "", LoginAttempt.plain(Secret.of(pass)));
    }

    private static Trial trial(String serial, String otp, boolean pinMatches) {
        return new Trial(serial, Secret.of(otp), true, PIN_HASH, pinMatches);
    }

    /** Nobody's log-in is remembered. */
    private static final class FakeLogins implements CachedLogins {

        @Override
        public List<Entry> of(String username, String realm, String resolver) {
            return List.of();
        }

        @Override
        public List<Entry> lock(Collection<Long> ids) {
            return List.of();
        }

        @Override
        public List<Entry> lockUnusedSince(Instant time, int most) {
            return List.of();
        }
    }

    private static final class KnownCandidates implements CandidateTokens {

        private final List<Candidate> known = new ArrayList<>();
        private int lookUps;
        private Runnable meanwhile = () -> {};

        private void add(String serial, String type, int otpLength, String pinHash, TokenOwner owner) {
            known.add(new Candidate(serial, type, otpLength, pinHash, owner));
        }

        private void add(String serial, Progress progress) {
            known.add(new Candidate(serial, "hotp", 6, PIN_HASH, ALICE, progress));
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
