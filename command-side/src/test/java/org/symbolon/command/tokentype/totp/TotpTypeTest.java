package org.symbolon.command.tokentype.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.with;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

class TotpTypeTest {

    private static final Secret SEED = Secret.of(RFC_SEED);
    private static final long STEP = 1_000_000;
    private static final Instant NOW = Instant.ofEpochSecond(STEP * 30 + 10);
    private static final String PUNCTUAL = "-10";

    private final FakeSettings settings = new FakeSettings();
    private final TotpType type = new TotpType();

    @Test
    void anEnrolmentKeepsWhatItsValuesDependOn() {
        EnrolmentStep enrolment = type.enrol(with("otpkey", RFC_SEED));

        assertThat(enrolment.secret().reveal()).isEqualTo(RFC_SEED);
        assertThat(enrolment.otpLength()).isEqualTo(6);
        assertThat(enrolment.state().entries())
                .isEqualTo(Map.of("hashlib", "sha1", "timeStep", 30L, "timeWindow", 180L, "timeShift", "0"));
    }

    @Test
    void theDefaultsComeFromTheSettings() {
        settings.with("totp.hashlib", "sha256")
                .with("totp.timeStep", "60")
                .with("totp.timeWindow", "300")
                .with("hotp.hashlib", "sha512");

        EnrolmentStep enrolment = type.enrol(with(settings, "genkey", "1", "timeStep", ""));

        assertThat(enrolment.state().entries())
                .isEqualTo(Map.of("hashlib", "sha256", "timeStep", 60L, "timeWindow", 300L, "timeShift", "0"));
        assertThat(shown(Disclosure.AuthenticatorUrl.class, enrolment.disclosures())
                        .url()
                        .reveal())
                .startsWith("otpauth://totp/")
                .contains("&algorithm=SHA256&period=60&");
    }

    @Test
    void theRequestOutweighsTheSettings() {
        settings.with("totp.timeStep", "60").with("totp.timeWindow", "300");

        EnrolmentStep enrolment =
                type.enrol(with(settings, "genkey", "1", "timeStep", "30", "timeWindow", "90", "timeShift", "5"));

        assertThat(enrolment.state().entries())
                .containsEntry("timeStep", 30L)
                .containsEntry("timeWindow", 90L)
                .containsEntry("timeShift", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-30", "half"})
    void aStepThatIsNoNumberIsKeptAsItIsAndGivesATokenThatIsNeverRight(String step) {
        TypeState state = type.enrol(with("otpkey", RFC_SEED, "timeStep", step)).state();

        assertThat(state.text("timeStep")).contains(step);
        assertThat(verify(view(6, 0, 10, 1000, Map.of("timeStep", step)), DeviceValue.at(STEP)))
                .isEqualTo(Judgement.wrong(false));
    }

    @ParameterizedTest
    @CsvSource({
        "59, sha1, 94287082", "59, sha256, 46119246", "59, sha512, 90693936",
        "1111111109, sha1, 07081804", "1111111109, sha256, 68084774", "1111111109, sha512, 25091201",
        "1111111111, sha1, 14050471", "1111111111, sha256, 67062674", "1111111111, sha512, 99943326",
        "1234567890, sha1, 89005924", "1234567890, sha256, 91819424", "1234567890, sha512, 93441116",
        "2000000000, sha1, 69279037", "2000000000, sha256, 90698825", "2000000000, sha512, 38618901",
        "20000000000, sha1, 65353130", "20000000000, sha256, 77737706", "20000000000, sha512, 47863826"
    })
    void theValuesOfRfc6238AreRightAtTheirTimes(long time, String hash, String value) {
        TokenView token = view(8, 0, 10, 1000, info("30", "30", "0", hash));

        Judgement found = judge(token, rfcSeed(hash), attempt(value, Instant.ofEpochSecond(time)));

        assertThat(found)
                .isEqualTo(Judgement.right(
                        StateChange.of(time / 30, Map.of("timeShift", Long.toString(time / 30 * 30 - time)))));
    }

    @ParameterizedTest
    @CsvSource({"1111111109, 360094", "1234567890, 713351"})
    void aStepOfAMinuteGivesOtherValues(long time, String value) {
        TokenView token = view(6, 0, 10, 1000, info("60", "60", "0", "sha1"));

        assertThat(judge(token, SEED, attempt(value, Instant.ofEpochSecond(time))))
                .isInstanceOfSatisfying(
                        Judgement.Right.class,
                        right -> assertThat(right.change().counter()).isEqualTo(time / 60));
    }

    @Test
    void theWindowReachesSixStepsBackAndFiveAhead() {
        for (int steps = -6; steps <= 5; steps++) {
            assertThat(verify(token(0), DeviceValue.at(STEP + steps)))
                    .isInstanceOfSatisfying(Judgement.Right.class, right -> {});
        }
        assertThat(verify(token(0), DeviceValue.at(STEP - 7))).isEqualTo(Judgement.wrong(false));
        assertThat(verify(token(0), DeviceValue.at(STEP + 6))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void anAcceptedValueTeachesTheDriftOfTheDevice() {
        assertThat(verify(token(0), DeviceValue.at(STEP))).isEqualTo(right(STEP, PUNCTUAL));
        assertThat(verify(token(0), DeviceValue.at(STEP + 3))).isEqualTo(right(STEP + 3, "80"));
        assertThat(verify(token(0), DeviceValue.at(STEP - 2))).isEqualTo(right(STEP - 2, "-70"));
    }

    @Test
    void theDriftMovesTheWindow() {
        TokenView drifted = view(6, 0, 10, 1000, info("30", "180", "3000", "sha1"));

        assertThat(verify(drifted, DeviceValue.at(STEP + 100))).isEqualTo(right(STEP + 100, "2990"));
        assertThat(verify(drifted, DeviceValue.at(STEP))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void aDriftWithAFractionAndOneThatIsNoNumberAreBothUnderstood() {
        TokenView exact = view(6, 0, 10, 1000, info("30", "30", "3000.463", "sha1"));
        TokenView broken = view(6, 0, 10, 1000, info("30", "30", "soon", "sha1"));

        assertThat(verify(exact, DeviceValue.at(STEP + 100))).isEqualTo(right(STEP + 100, "2990"));
        assertThat(verify(broken, DeviceValue.at(STEP))).isEqualTo(right(STEP, PUNCTUAL));
    }

    @Test
    void whereTheDriftIsNotUsedItIsNotLearnedEither() {
        Map<String, String> info = new HashMap<>(info("30", "180", "3000", "sha1"));
        info.put("useTimeShift", "False");

        assertThat(verify(view(6, 0, 10, 1000, info), DeviceValue.at(STEP)))
                .isEqualTo(Judgement.right(StateChange.of(STEP, Map.of())));
    }

    @Test
    void theSettingsDecideAboutTheDriftUnlessTheTokenDoes() {
        settings.with("totp.useTimeShift", "False");
        Map<String, String> own = new HashMap<>(info("30", "180", "0", "sha1"));
        own.put("useTimeShift", "True");

        assertThat(verify(token(0), DeviceValue.at(STEP))).isEqualTo(Judgement.right(StateChange.of(STEP, Map.of())));
        assertThat(verify(view(6, 0, 10, 1000, own), DeviceValue.at(STEP))).isEqualTo(right(STEP, PUNCTUAL));
    }

    @Test
    void aSpentStepIsAReplayAndOlderOnesAreJustWrong() {
        assertThat(verify(token(STEP), DeviceValue.at(STEP))).isEqualTo(Judgement.wrong(true));
        assertThat(verify(token(STEP), DeviceValue.at(STEP - 1))).isEqualTo(Judgement.wrong(false));
        assertThat(verify(token(STEP), DeviceValue.at(STEP + 1))).isEqualTo(right(STEP + 1, "20"));
    }

    @Test
    void aSpentStepOutsideTheWindowIsStillAReplay() {
        assertThat(verify(token(STEP - 50), DeviceValue.at(STEP - 50))).isEqualTo(Judgement.wrong(true));
    }

    @Test
    void nearTheEpochTheWindowBeginsAtZero() {
        TokenView token = token(0);

        assertThat(judge(token, SEED, attempt(DeviceValue.at(1), Instant.ofEpochSecond(59))))
                .isInstanceOf(Judgement.Right.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 180", "'', 180", "half, 180", "30, 0", "30, wide"})
    void aTokenWithoutStepOrWindowIsNeverRight(String step, String window) {
        TokenView broken = view(6, 0, 10, 1000, info(step, window, "0", "sha1"));

        assertThat(verify(broken, DeviceValue.at(STEP))).isEqualTo(Judgement.wrong(false));
        assertThat(type.resynchronise(broken, pair(STEP, STEP + 1))).isEmpty();
    }

    @Test
    void aTokenOfAnUnknownHashIsNeverRight() {
        TokenView broken = view(6, 0, 10, 1000, info("30", "180", "0", "sha3"));

        assertThat(verify(broken, DeviceValue.at(STEP))).isEqualTo(Judgement.wrong(false));
        assertThat(type.resynchronise(broken, pair(STEP, STEP + 1))).isEmpty();
    }

    @Test
    void aDistantValueIsRememberedOnlyIfTheSettingsAllowIt() {
        assertThat(verify(token(0), DeviceValue.at(STEP + 100))).isEqualTo(Judgement.wrong(false));

        settings.with("AutoResync", "True");

        assertThat(verify(token(0), DeviceValue.at(STEP + 100))).isEqualTo(awaiting(Map.of("otp1c", STEP + 100)));
    }

    @Test
    void theValueOfTheVeryNextStepIsThenAccepted() {
        settings.with("AutoResync", "True");

        assertThat(verify(waiting(0, STEP + 100), DeviceValue.at(STEP + 101)))
                .isEqualTo(Judgement.right(StateChange.of(STEP + 101, learnedAndForgotten("3020"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 102, 5000})
    void anyOtherDistantValueForgetsTheFirst(int steps) {
        settings.with("AutoResync", "True");

        assertThat(verify(waiting(0, STEP + 100), DeviceValue.at(STEP + steps)))
                .isEqualTo(Judgement.wrong(false, StateChange.of(forgotten())));
    }

    @Test
    void aStepThatWasSpentDoesNotResynchronise() {
        settings.with("AutoResync", "True");

        assertThat(verify(waiting(STEP + 200, STEP + 100), DeviceValue.at(STEP + 101)))
                .isEqualTo(Judgement.wrong(false, StateChange.of(forgotten())));
    }

    @Test
    void aTokenThatDoesNotUseItsDriftIsNotResynchronisedByUse() {
        settings.with("AutoResync", "True").with("totp.useTimeShift", "False");

        assertThat(verify(token(0), DeviceValue.at(STEP + 100))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void aValueInsideTheWindowEndsTheWaiting() {
        settings.with("AutoResync", "True");

        assertThat(verify(waiting(0, STEP + 100), DeviceValue.at(STEP)))
                .isEqualTo(Judgement.right(StateChange.of(STEP, learnedAndForgotten(PUNCTUAL))));
    }

    @Test
    void theSyncWindowOfUseExcludesItsEnd() {
        settings.with("AutoResync", "True");

        assertThat(verify(token(0), DeviceValue.at(STEP - 1000))).isEqualTo(awaiting(Map.of("otp1c", STEP - 1000)));
        assertThat(verify(token(0), DeviceValue.at(STEP + 999))).isEqualTo(awaiting(Map.of("otp1c", STEP + 999)));
        assertThat(verify(token(0), DeviceValue.at(STEP + 1000))).isEqualTo(Judgement.wrong(false));
        assertThat(verify(token(0), DeviceValue.at(STEP - 1001))).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void twoConsecutiveValuesPutTheMiddleOfTheSecondStepAtThisMoment() {
        assertThat(type.resynchronise(token(0), pair(STEP + 99, STEP + 100)))
                .contains(StateChange.of(STEP + 101, Map.of("timeShift", "3005.000")));
    }

    @Test
    void theSyncWindowIncludesItsBeginningAndExcludesItsEnd() {
        assertThat(type.resynchronise(token(0), pair(STEP - 1001, STEP - 1000))).isPresent();
        assertThat(type.resynchronise(token(0), pair(STEP - 1002, STEP - 1001))).isEmpty();
        assertThat(type.resynchronise(token(0), pair(STEP + 998, STEP + 999))).isPresent();
        assertThat(type.resynchronise(token(0), pair(STEP + 999, STEP + 1000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "101, 100", "100, 102"})
    void valuesThatDoNotFollowOneAnotherDoNotResynchronise(int first, int second) {
        assertThat(type.resynchronise(token(0), pair(STEP + first, STEP + second)))
                .isEmpty();
    }

    @Test
    void resynchronisationDoesNotGoBackBehindTheLastUsedStep() {
        assertThat(type.resynchronise(token(STEP), pair(STEP, STEP + 1))).isPresent();
        assertThat(type.resynchronise(token(STEP), pair(STEP - 1, STEP))).isEmpty();
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

    private static Judgement right(long counter, String shift) {
        return Judgement.right(StateChange.of(counter, Map.of("timeShift", shift)));
    }

    private TokenView token(long counter) {
        return view(6, counter, 10, 1000, info("30", "180", "0", "sha1"));
    }

    private TokenView waiting(long counter, long first) {
        Map<String, String> info = new HashMap<>(info("30", "180", "0", "sha1"));
        info.put("otp1c", Long.toString(first));
        return view(6, counter, 10, 1000, info);
    }

    private static Map<String, String> info(String step, String window, String shift, String hash) {
        return Map.of("timeStep", step, "timeWindow", window, "timeShift", shift, "hashlib", hash);
    }

    private static Map<String, String> forgotten() {
        return Collections.singletonMap("otp1c", null);
    }

    private static Map<String, String> learnedAndForgotten(String shift) {
        Map<String, String> learned = new HashMap<>(forgotten());
        learned.put("timeShift", shift);
        return learned;
    }

    /** The ASCII digits 1234567890 over and over, as long as the hash, as in the vectors of RFC 6238. */
    private static Secret rfcSeed(String hash) {
        int length = HashAlgorithm.find(hash).orElseThrow().keyBytes();
        byte[] bytes = "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
        return Secret.of(HexFormat.of().formatHex(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "-1, 1, true", "1, 1, false", "-2, 1, false", "5, , true", "-6, , true", "6, , false"})
    void aValueIsFoundAroundNowAsFarAsTheWindowReaches(long steps, Integer window, boolean found) {
        TokenView token = view(6, 0, 10, 1000, Map.of("hashlib", "sha1", "timeStep", "30"));

        assertThat(type.find(token, sought(DeviceValue.at(STEP + steps), window))
                        .isPresent())
                .isEqualTo(found);
    }

    @Test
    void aValueThatIsUsedUpIsNotFound() {
        TokenView token = view(6, STEP, 10, 1000, Map.of("hashlib", "sha1", "timeStep", "30"));

        assertThat(type.find(token, sought(DeviceValue.at(STEP), 10))).isEmpty();
        assertThat(type.find(token, sought(DeviceValue.at(STEP - 1), 10))).isEmpty();
        assertThat(type.find(token, sought(DeviceValue.at(STEP + 1), 10))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"half, 180", "30, half"})
    void aTokenWhoseStepsAreNoNumbersIsNotFound(String step, String window) {
        TokenView token = view(6, 0, 10, 1000, Map.of("hashlib", "sha1", "timeStep", step, "timeWindow", window));

        assertThat(type.find(token, sought(DeviceValue.at(STEP), 10))).isEmpty();
    }

    private Sought sought(String otp, Integer window) {
        return new Sought(Secret.of(otp), NOW, settings, window);
    }
}
