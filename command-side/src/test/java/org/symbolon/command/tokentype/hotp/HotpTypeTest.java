package org.symbolon.command.tokentype.hotp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

class HotpTypeTest {

    private static final Secret SEED = Secret.of(RFC_SEED);
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final Map<String, String> SHA1 = Map.of("hashlib", "sha1");

    private final FakeSettings settings = new FakeSettings();
    private final HotpType type = new HotpType();

    @Test
    void anEnrolmentKeepsHashAndSeedAndLength() {
        EnrolmentStep enrolment = type.enrol(with("otpkey", RFC_SEED));

        assertThat(enrolment.secret().reveal()).isEqualTo(RFC_SEED);
        assertThat(enrolment.otpLength()).isEqualTo(6);
        assertThat(enrolment.state().entries()).isEqualTo(SHA1);
    }

    @Test
    void theDefaultsComeFromTheSettings() {
        settings.with("hotp.hashlib", "sha512").with("DefaultOtpLen", "8");

        EnrolmentStep enrolment = type.enrol(with(settings, "genkey", "1"));

        assertThat(enrolment.state().entries()).containsEntry("hashlib", "sha512");
        assertThat(enrolment.otpLength()).isEqualTo(8);
        assertThat(enrolment.secret().length()).isEqualTo(128);
    }

    @Test
    void theRequestOutweighsTheSettings() {
        settings.with("hotp.hashlib", "sha512").with("DefaultOtpLen", "8");

        EnrolmentStep enrolment = type.enrol(with(settings, "genkey", "1", "hashlib", "SHA256", "otplen", "7"));

        assertThat(enrolment.state().entries()).containsEntry("hashlib", "sha256");
        assertThat(enrolment.otpLength()).isEqualTo(7);
        assertThat(enrolment.secret().length()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "3", "11", "999999999"})
    void aDefaultLengthThatNoTokenCanHaveCountsAsNotStored(String stored) {
        settings.with("DefaultOtpLen", stored);

        assertThat(type.enrol(with(settings, "genkey", "1")).otpLength()).isEqualTo(6);
    }

    @Test
    void emptyParametersCountAsNotGiven() {
        EnrolmentStep enrolment = type.enrol(with("genkey", "1", "hashlib", "", "otplen", ""));

        assertThat(enrolment.state().entries()).isEqualTo(SHA1);
        assertThat(enrolment.otpLength()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"hashlib, sha3", "hashlib, md4", "otplen, 3", "otplen, 11", "otplen, six", "otplen, -6"})
    void malformedParametersAreRefused(String name, String value) {
        assertThatThrownBy(() -> type.enrol(with("genkey", "1", name, value)))
                .hasMessageContaining("'" + name + "'")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(905));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9})
    void everyValueInsideTheWindowIsRight(long counter) {
        assertThat(verify(token(0), DeviceValue.at(counter))).isEqualTo(right(counter + 1));
    }

    @Test
    void theFirstValueBehindTheWindowIsWrong() {
        assertThat(verify(token(0), DeviceValue.at(10))).isEqualTo(Judgement.wrong(false));
        assertThat(verify(token(5), DeviceValue.at(15))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void theLastUsedValueIsAReplayAndOlderOnesAreJustWrong() {
        assertThat(verify(token(5), DeviceValue.at(4))).isEqualTo(Judgement.wrong(true));
        assertThat(verify(token(5), DeviceValue.at(3))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void aFreshTokenHasNoLastValue() {
        assertThat(verify(token(0), DeviceValue.at(1000))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void aTokenOfAnUnknownHashOrWithoutSeedIsNeverRight() {
        TokenView broken = view(6, 0, 10, 1000, Map.of("hashlib", "sha3"));

        assertThat(verify(broken, DeviceValue.at(0))).isEqualTo(Judgement.wrong(false));
        assertThat(judge(token(0), Secret.of("no hex"), attempt(DeviceValue.at(0), NOW)))
                .isEqualTo(Judgement.wrong(false));
        assertThat(type.resynchronise(broken, pair(0, 1))).isEmpty();
    }

    @Test
    void aTokenThatDoesNotNameItsHashUsesSha1() {
        assertThat(verify(view(6, 0, 10, 1000, Map.of()), DeviceValue.at(0))).isEqualTo(right(1L));
    }

    @Test
    void aDistantValueIsOnlyWrongUnlessTheSettingsAllowResynchronisationByUse() {
        assertThat(verify(token(0), DeviceValue.at(50))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void aDistantValueIsRememberedWithATimeLimit() {
        settings.with("AutoResync", "True");

        assertThat(verify(token(0), DeviceValue.at(50))).isEqualTo(awaiting(pending(50, 300)));
    }

    @Test
    void theTimeLimitComesFromTheSettings() {
        settings.with("AutoResync", "True").with("AutoResyncTimeout", "10");

        assertThat(verify(token(0), DeviceValue.at(50))).isEqualTo(awaiting(pending(50, 10)));
    }

    @Test
    void whatLiesBehindTheSyncWindowIsNotRemembered() {
        settings.with("AutoResync", "True");

        assertThat(verify(token(0), DeviceValue.at(999))).isEqualTo(awaiting(pending(999, 300)));
        assertThat(verify(token(0), DeviceValue.at(1000))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void theVeryNextValueIsAcceptedInTime() {
        settings.with("AutoResync", "True");

        assertThat(verify(waiting(50, 300), DeviceValue.at(51)))
                .isEqualTo(Judgement.right(StateChange.of(52L, forgotten())));
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 52, 49, 2000})
    void anyOtherValueForgetsTheFirst(long counter) {
        settings.with("AutoResync", "True");

        assertThat(verify(waiting(50, 300), DeviceValue.at(counter)))
                .isEqualTo(Judgement.wrong(false, StateChange.of(forgotten())));
    }

    @Test
    void theNextValueIsRefusedWhenItComesTooLate() {
        settings.with("AutoResync", "True");

        Judgement late = judge(waiting(50, 300), SEED, attempt(DeviceValue.at(51), NOW.plusSeconds(301)));

        assertThat(late).isEqualTo(Judgement.wrong(false, StateChange.of(forgotten())));
    }

    @Test
    void aValueInsideTheWindowEndsTheWaiting() {
        settings.with("AutoResync", "True");

        assertThat(verify(waiting(50, 300), DeviceValue.at(3)))
                .isEqualTo(Judgement.right(StateChange.of(4L, forgotten())));
    }

    @Test
    void aBrokenMemoryOfTheFirstValueAcceptsNothing() {
        settings.with("AutoResync", "True");
        TokenView broken = view(6, 0, 10, 1000, Map.of("otp1c", "fifty", "dueDate", "later"));

        assertThat(verify(broken, DeviceValue.at(51))).isEqualTo(Judgement.wrong(false, StateChange.of(forgotten())));
    }

    @Test
    void twoConsecutiveValuesResynchronise() {
        assertThat(type.resynchronise(token(0), pair(500, 501))).contains(StateChange.of(502L, Map.of()));
        assertThat(type.resynchronise(waiting(50, 300), pair(500, 501))).contains(StateChange.of(502L, forgotten()));
    }

    @Test
    void theSyncWindowIncludesItsBeginningAndExcludesItsEnd() {
        assertThat(type.resynchronise(token(5), pair(5, 6))).contains(StateChange.of(7L, Map.of()));
        assertThat(type.resynchronise(token(5), pair(4, 5))).isEmpty();
        assertThat(type.resynchronise(token(5), pair(1004, 1005))).contains(StateChange.of(1006L, Map.of()));
        assertThat(type.resynchronise(token(5), pair(1005, 1006))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, 500", "501, 500", "500, 502"})
    void valuesThatDoNotFollowOneAnotherDoNotResynchronise(long first, long second) {
        assertThat(type.resynchronise(token(0), pair(first, second))).isEmpty();
    }

    private Judgement verify(TokenView token, String otp) {
        return judge(token, SEED, attempt(otp, NOW));
    }

    private record Attempt(String otp, Instant time) {}

    private static Attempt attempt(String otp, Instant time) {
        return new Attempt(otp, time);
    }

    private Judgement judge(TokenView token, Secret seed, Attempt attempt) {
        return type.judge(
                token.with(TokenSecrets.open(seed)),
                Credential.of(Secret.of(attempt.otp)),
                new Circumstances(attempt.time, settings, Chance.counting()));
    }

    private TokenView view(int otpLength, long counter, int countWindow, int syncWindow, Map<String, String> shown) {
        return Views.of(type, SEED, otpLength, counter, countWindow, syncWindow, shown);
    }

    private static Judgement awaiting(Map<String, Long> kept) {
        return new Judgement.Wrong(false, true, StateChange.of(kept), null);
    }

    private OtpPair pair(long first, long second) {
        return new OtpPair(Secret.of(DeviceValue.at(first)), Secret.of(DeviceValue.at(second)), NOW, settings);
    }

    private TokenView token(long counter) {
        return view(6, counter, 10, 1000, SHA1);
    }

    private TokenView waiting(long first, int seconds) {
        return view(
                6,
                0,
                10,
                1000,
                Map.of("otp1c", Long.toString(first), "dueDate", Long.toString(NOW.getEpochSecond() + seconds)));
    }

    private static Map<String, Long> pending(long first, int seconds) {
        return Map.of("otp1c", first, "dueDate", NOW.getEpochSecond() + seconds);
    }

    private static Judgement right(long next) {
        return Judgement.right(StateChange.counter(next));
    }

    private static Map<String, String> forgotten() {
        Map<String, String> forgotten = new HashMap<>();
        forgotten.put("otp1c", null);
        forgotten.put("dueDate", null);
        return forgotten;
    }

    @ParameterizedTest
    @CsvSource({"3, 2, true", "4, 2, true", "5, 2, false", "2, 2, false", "12, , true", "13, , false"})
    void aValueIsFoundFromTheNextOneOnAsFarAsTheWindowReaches(long at, Integer window, boolean found) {
        TokenView token = view(6, 3, 10, 1000, SHA1);

        assertThat(type.find(token, sought(DeviceValue.at(at), window)))
                .isEqualTo(found ? Optional.of(StateChange.counter(at + 1)) : Optional.empty());
    }

    @Test
    void aSearchNeverBringsATokenBackIntoStep() {
        settings.with("AutoResync", "True");
        TokenView token = view(6, 3, 10, 1000, SHA1);

        assertThat(type.find(token, sought(DeviceValue.at(20), null))).isEmpty();
    }

    @Test
    void aFoundValueMeansThatAPendingOneIsForgotten() {
        TokenView token = view(6, 3, 10, 1000, Map.of("hashlib", "sha1", "otp1c", "20", "dueDate", "1"));

        assertThat(type.find(token, sought(DeviceValue.at(3), null))).contains(StateChange.of(4L, forgotten()));
    }

    @Test
    void aTokenWithoutAUsableSeedIsNotFound() {
        TokenView token = view(6, 0, 10, 1000, SHA1);

        assertThat(type.find(token.with(TokenSecrets.open(Secret.of("no seed"))), sought(DeviceValue.at(0), 10)))
                .isEmpty();
    }

    private Sought sought(String otp, Integer window) {
        return new Sought(Secret.of(otp), NOW, settings, window);
    }
}
