package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TypeState;

class EnrolmentCommandsTest extends EnrolledTokens {

    @Test
    void aTokenIsEnrolledWithTheDefaults() {
        token.givenNothing()
                .when(enrol(Map.of("serial", SERIAL, "otpkey", RFC_SEED)))
                .expectEvents(new TokenEnrolled(
                        SERIAL,
                        FakeSerials.NEXT_TOKEN_ID,
                        "hotp",
                        6,
                        sealed("new-key-1", RFC_SEED),
                        Pin.NONE,
                        "",
                        10,
                        10,
                        1000,
                        "",
                        true,
                        TypeState.of(0L, Map.of("hashlib", "sha1")),
                        HOTP_INFO,
                        null,
                        List.of()));
    }

    @Test
    void theDefaultsComeFromTheSettings() {
        token.setting("DefaultMaxFailCount", "3")
                .setting("DefaultCountWindow", "4")
                .setting("DefaultSyncWindow", "500")
                .setting("DefaultOtpLen", "8")
                .setting("hotp.hashlib", "sha256")
                .givenNothing()
                .when(enrol(Map.of("serial", SERIAL, "otpkey", RFC_SEED)))
                .expectState(found -> {
                    assertThat(found.failLimit()).isEqualTo(3);
                    assertThat(found.countWindow()).isEqualTo(4);
                    assertThat(found.syncWindow()).isEqualTo(500);
                    assertThat(found.otpLength()).isEqualTo(8);
                    assertThat(found.state().text("hashlib")).contains("sha256");
                });
    }

    @Test
    void theTypeMayBeWrittenInCapitals() {
        token.givenNothing()
                .when(enrol(Map.of("type", "HOTP", "serial", SERIAL, "otpkey", RFC_SEED)))
                .expectState(found -> assertThat(found.type()).isEqualTo("hotp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmac", "", "vasco"})
    void anUnknownTypeIsRefused(String type) {
        token.givenNothing()
                .when(enrol(Map.of("type", type, "serial", SERIAL, "otpkey", RFC_SEED)))
                .expectNoEvents()
                .expectException(refusal(905, "Unknown token type: '" + type + "'"));
    }

    @Test
    void theAnswerShowsTheSeedThisOnce() {
        token.givenNothing()
                .when(enrol(Map.of("type", "spass", "serial", SERIAL)))
                .expectResultMessagePayload(new Enrolled(
                        SERIAL,
                        "spass",
                        List.of(new Disclosure.Seed(Secret.of("000102030405060708090a0b0c0d0e0f10111213")))));
    }

    @Test
    void thePinAndTheDescriptionAreKept() {
        token.givenNothing()
                .when(new EnrollToken(
                        Map.of("serial", SERIAL, "otpkey", RFC_SEED, "description", "mine"),
                        Map.of(),
                        PinToKeep.hashed(PIN_HASH),
                        null,
                        Holder.NOBODY,
                        null))
                .expectState(found -> assertThat(found.pin()).isEqualTo(PIN_HASH));
    }

    @Test
    void theOwnersRealmIsTheTokensRealm() {
        token.givenNothing()
                .when(enrol(Map.of("serial", SERIAL, "otpkey", RFC_SEED), ALICE, "elsewhere"))
                .expectState(found -> {
                    assertThat(found.owner()).isEqualTo(ALICE);
                    assertThat(found.realms()).containsExactly("realm1");
                });
    }

    @Test
    void aTokenWithoutOwnerCanBePutIntoARealm() {
        token.givenNothing()
                .when(enrol(Map.of("serial", SERIAL, "otpkey", RFC_SEED), null, "realm2"))
                .expectState(found -> {
                    assertThat(found.owner()).isNull();
                    assertThat(found.realms()).containsExactly("realm2");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "hotp, 0, OATH00000001",
        "totp, 7, TOTP00070001",
        "spass, 12345, PISP12345000",
        "pw, 123456789, PW123456789"
    })
    void aSerialIsMadeOfPrefixNumberAndChance(String type, int count, String serial) {
        token.serials().count(count);
        token.givenNothing()
                .when(enrol(Map.of("type", type, "genkey", "1")))
                .expectState(found -> assertThat(found.serial()).isEqualTo(serial));
    }

    @Test
    void theNextNumberIsTakenWhenTheSerialIs() {
        token.serials().count(3).taken("OATH00030001").taken("OATH00040203");
        token.givenNothing()
                .when(enrol(Map.of("genkey", "1", "serial", "")))
                .expectState(found -> assertThat(found.serial()).isEqualTo("OATH00050405"));
    }

    @Test
    void thePrefixCanBeChosenAndTheLengthComesFromTheSettings() {
        token.setting("SerialLength", "10")
                .givenNothing()
                .when(enrol(Map.of("genkey", "1", "prefix", "MINE-")))
                .expectState(found -> assertThat(found.serial()).isEqualTo("MINE-0000000102"));
    }

    @Test
    void anEmptyPrefixIsTheTypesOwn() {
        token.givenNothing()
                .when(enrol(Map.of("genkey", "1", "prefix", "")))
                .expectState(found -> assertThat(found.serial()).startsWith("OATH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", "a/b", "a\u0000", "a\n"})
    void aSerialOfOtherCharactersIsRefused(String serial) {
        token.givenNothing()
                .when(enrol(Map.of("serial", serial, "genkey", "1")))
                .expectNoEvents()
                .expectException(refusal(905, "Invalid serial number. Must comply to ^[0-9a-zA-Z\\-_]+$."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "%"})
    void aPrefixOfOtherCharactersIsRefused(String prefix) {
        token.givenNothing()
                .when(enrol(Map.of("prefix", prefix, "genkey", "1")))
                .expectException(refusal(905, "Invalid serial number. Must comply to ^[0-9a-zA-Z\\-_]+$."));
    }

    @Test
    void aSerialLongerThanItsColumnIsRefused() {
        token.givenNothing()
                .when(enrol(Map.of("serial", "S".repeat(41), "genkey", "1")))
                .expectException(tooLong("serial", 40));
    }

    @Test
    void aPrefixThatLeavesNoRoomForANumberIsRefused() {
        token.givenNothing()
                .when(enrol(Map.of("prefix", "S".repeat(37), "genkey", "1")))
                .expectException(tooLong("serial", 40));
    }

    @Test
    void aDescriptionLongerThanItsColumnIsRefused() {
        token.givenNothing()
                .when(enrol(Map.of("serial", SERIAL, "genkey", "1", "description", "x".repeat(81))))
                .expectNoEvents()
                .expectException(tooLong("description", 80));
    }

    @Test
    void anInfoKeyLongerThanItsColumnIsRefused() {
        token.givenNothing()
                .when(enrol(Map.of("serial", SERIAL, "genkey", "1", "hotp." + "x".repeat(251), "y")))
                .expectNoEvents()
                .expectException(tooLong("info", 255));
    }

    @Test
    void aTypeThatNeedsASeedIsNotEnrolledWithoutOne() {
        token.givenNothing()
                .when(enrol(Map.of("serial", SERIAL)))
                .expectNoEvents()
                .expectException(refusal(905, "Missing parameter: 'otpkey'"));
    }

    @Test
    void parametersOfTheTypeBecomeInfoAndThoseOfOthersDoNot() {
        token.givenNothing()
                .when(enrol(Map.of(
                        "serial", SERIAL, "otpkey", RFC_SEED, "hotp.colour", "red", "totp.colour", "blue", "x", "y")))
                .expectState(found -> assertThat(found.info())
                        .containsEntry("hotp.colour", "red")
                        .doesNotContainKeys("totp.colour", "x", "otpkey", "serial"));
    }

    @Test
    void infoIsTakenOverButCannotPassForWhatTheServerKnows() {
        token.givenNothing()
                .when(new EnrollToken(
                        Map.of("serial", SERIAL, "otpkey", RFC_SEED),
                        Map.of("colour", "red", "hashlib", "md5", "tokenkind", "hardware"),
                        null,
                        null,
                        Holder.NOBODY,
                        null))
                .expectState(found -> {
                    assertThat(found.state().text("hashlib")).contains("sha1");
                    assertThat(found.info())
                            .containsEntry("colour", "red")
                            .containsEntry("tokenkind", "software")
                            .doesNotContainKey("hashlib");
                });
    }

    @Test
    void theValidityPeriodIsKeptInItsStoredForm() {
        token.givenNothing()
                .when(enrol(Map.of(
                        "serial",
                        SERIAL,
                        "otpkey",
                        RFC_SEED,
                        "validity_period_start",
                        "2026-01-02T03:04:05+01:00",
                        "validity_period_end",
                        "2027-01-02 03:04+0000")))
                .expectState(found -> assertThat(found.info())
                        .containsEntry("validity_period_start", "2026-01-02T03:04+0100")
                        .containsEntry("validity_period_end", "2027-01-02T03:04+0000"));
    }

    @Test
    void anEmptyValidityPeriodIsNone() {
        token.givenNothing()
                .when(enrol(Map.of("serial", SERIAL, "otpkey", RFC_SEED, "validity_period_end", "")))
                .expectState(found -> assertThat(found.info()).doesNotContainKey("validity_period_end"));
    }

    @ParameterizedTest
    @CsvSource({"validity_period_start, start", "validity_period_end, end"})
    void aValidityPeriodThatIsNoDateIsRefused(String parameter, String which) {
        token.givenNothing()
                .when(enrol(Map.of("serial", SERIAL, "otpkey", RFC_SEED, parameter, "some day")))
                .expectNoEvents()
                .expectException(refusal(301, "Could not parse validity period " + which + " date!"));
    }

    @ParameterizedTest
    @CsvSource({"default,", "True, True", "False, False"})
    void useTimeShiftIsKeptUnlessItIsTheDefault(String asked, String kept) {
        token.givenNothing()
                .when(enrol(Map.of("type", "totp", "serial", SERIAL, "otpkey", RFC_SEED, "useTimeShift", asked)))
                .expectState(
                        found -> assertThat(found.state().text("useTimeShift")).isEqualTo(Optional.ofNullable(kept)));
    }

    @Test
    void aPinThatIsToBeReadableIsSealedUnderTheKeyOfItsToken() {
        EnrollToken command = new EnrollToken(
                Map.of("serial", SERIAL, "otpkey", RFC_SEED),
                Map.of(),
                PinToKeep.readable(Secret.of("4321")),
                null,
                Holder.NOBODY,
                null);

        token.givenNothing().when(command).expectState(found -> assertThat(found.pin())
                .isEqualTo(new Pin.Kept(sealed("new-key-1", "4321"))));
        token.given(hotp().fact()).when(command).expectState(found -> assertThat(found.pin())
                .isEqualTo(new Pin.Kept(sealed("key-of-OATH0001", "4321"))));
    }

    @Test
    void aCommandShowsTheNamesOfItsParametersAndNoneOfTheirValues() {
        assertThat(enrol(Map.of("otpkey", RFC_SEED)))
                .asString()
                .contains("otpkey")
                .doesNotContain(RFC_SEED);
    }
}
