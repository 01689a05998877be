package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.shared.Imported;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.FakeEnrolmentChallenges;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CounterChanged;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TypeState;

class ImportCommandsTest {

    private static final String CREATED_AT = "2026-11-24 12:34:44.537961+00:00";
    private static final Map<String, String> INFO = Map.of("tokenkind", "hardware", "created_at", CREATED_AT);

    private final AggregateTestFixture<Token> fixture = new AggregateTestFixture<>(Token.class);
    private final FakeVault vault = new FakeVault();

    ImportCommandsTest() {
        Tokens tokens = new Tokens(fixture.getRepository(), owner -> {});
        EnrolmentCommands enrolments = new EnrolmentCommands(
                tokens,
                TokenTypes.all(),
                new FakeSerials(),
                vault,
                new FakeSettings(),
                Chance.counting(),
                new FakeEnrolmentChallenges(),
                (thing, token) -> {},
                Clock.fixed(TokenFixture.NOW, ZoneOffset.UTC));
        fixture.registerAnnotatedCommandHandler(new ImportCommands(enrolments, tokens, vault));
    }

    private TestExecutor<Token> given(Object... facts) {
        return fixture.givenCurrentTime(TokenFixture.NOW).andGiven(facts);
    }

    private static ImportedToken token(String type, TokenOwner owner, String realm, List<String> realms, long counter) {
        Map<String, String> parameters = new HashMap<>(Map.of("serial", SERIAL, "type", type, "otpkey", RFC_SEED));
        parameters.putAll(Map.of("hashlib", "sha1", "description", "imported", "rollover", "1"));
        return new ImportedToken(
                new EnrollToken(parameters, Map.of(), null, owner, Holder.NOBODY, realm), realms, counter);
    }

    private static ImportTokens file(ImportedToken... tokens) {
        return new ImportTokens(List.of(tokens));
    }

    private static TokenEnrolled enrolled(TokenOwner owner, List<String> realms) {
        return new TokenEnrolled(
                SERIAL,
                FakeSerials.NEXT_TOKEN_ID,
                "hotp",
                6,
                sealed("new-key-1", RFC_SEED),
                Pin.NONE,
                "imported",
                10,
                10,
                1000,
                "",
                true,
                TypeState.of(0L, Map.of("hashlib", "sha1")),
                INFO,
                owner,
                realms);
    }

    @Test
    void aTokenOfAFileIsADeviceOfNobody() {
        given().when(file(token("hotp", null, null, List.of(), 0)))
                .expectEvents(enrolled(null, List.of()))
                .expectResultMessagePayload(new Imported(1, 0, 0));
    }

    @Test
    void itIsInTheRealmOfItsOwnerAndInThoseOfTheImport() {
        given().when(file(token("hotp", ALICE, null, List.of("realm2", "realm1"), 0)))
                .expectEvents(enrolled(ALICE, List.of("realm1", "realm2")));
    }

    @Test
    void itIsInTheRealmThatTheFileNamesAndInThoseOfTheImport() {
        given().when(file(token("hotp", null, "realm3", List.of("realm1"), 0)))
                .expectEvents(enrolled(null, List.of("realm3", "realm1")));
    }

    @Test
    void itsCounterIsWhereTheFileSays() {
        given().when(file(token("hotp", null, null, List.of(), 12)))
                .expectEvents(enrolled(null, List.of()), new CounterChanged(SERIAL, FakeSerials.NEXT_TOKEN_ID, 12))
                .expectState(token -> assertThat(token.state().count()).isEqualTo(12));
    }

    @Test
    void aTokenThatIsThereIsEnrolledAnewAndKeepsItsOwnerItsRealmsAndItsPin() {
        given(hotp().otpLength(8).owner(ALICE).fact(), new CounterChanged(SERIAL, 1, 99))
                .when(file(token("hotp", null, null, List.of(), 3)))
                .expectEvents(reenrolled(null, List.of("realm1")), new CounterChanged(SERIAL, 1, 3))
                .expectResultMessagePayload(new Imported(0, 1, 0))
                .expectState(token -> {
                    assertThat(token.owner()).isEqualTo(ALICE);
                    assertThat(token.state().count()).isEqualTo(3);
                    assertThat(token.pin()).isNotEqualTo(Pin.NONE);
                    assertThat(token.info()).containsEntry("tokenkind", "hardware");
                });
    }

    @Test
    void aTokenThatIsThereAsTheFileSaysIsLeftAloneWhateverHasBecomeOfIt() {
        given(
                        hotp().owner(ALICE).fact(),
                        new CounterChanged(SERIAL, 1, 99),
                        new TokenDescribed(SERIAL, 1, "on the key ring"),
                        new PinChanged(SERIAL, 1, Pin.NONE))
                .when(file(token("hotp", ALICE, null, List.of("realm1"), 3)))
                .expectNoEvents()
                .expectResultMessagePayload(new Imported(0, 0, 1));
    }

    static Stream<Arguments> otherwise() {
        return Stream.of(
                arguments("another seed", hotp().seed(sealed("key-of-" + SERIAL, "00")), null, List.of(), 0L),
                arguments("another length", hotp().otpLength(8), null, List.of(), 0L),
                arguments("another hash", hotp().state(Map.of("hashlib", "sha256")), null, List.of(), 0L),
                arguments("a device that is further", hotp(), null, List.of(), 100L),
                arguments("an owner", hotp(), ALICE, List.of(), 0L),
                arguments("a realm", hotp(), null, List.of("realm9"), 0L),
                arguments("unfinished", hotp().rolloutState("verify"), null, List.of(), 0L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherwise")
    void aTokenThatIsThereOtherwiseIsNotLeftAlone(
            String how, EnrolledToken there, TokenOwner owner, List<String> realms, long counter) {
        given(there.fact(), new CounterChanged(SERIAL, 1, 99))
                .when(file(token("hotp", owner, null, realms, counter)))
                .expectResultMessagePayload(new Imported(0, 1, 0));
    }

    @Test
    void aTokenWhoseSeedIsErasedIsEnrolledAnew() {
        vault.forget("key-of-" + SERIAL);

        given(hotp().fact())
                .when(file(token("hotp", null, null, List.of(), 0)))
                .expectResultMessagePayload(new Imported(0, 1, 0));
    }

    @Test
    void aFileIsCheckedWithoutAnythingHappening() {
        given(hotp().otpLength(8).fact())
                .when(new CheckImport(List.of(token("hotp", null, null, List.of(), 0))))
                .expectNoEvents()
                .expectResultMessagePayload(1);
    }

    @Test
    void aCheckRefusesWhatTheImportWould() {
        given(hotp().owner(ALICE).fact())
                .when(new CheckImport(List.of(token("hotp", BOB, null, List.of(), 0))))
                .expectException(refusal(301, "The token 'OATH0001': This token is already assigned to another user."));
    }

    private static TokenReenrolled reenrolled(TokenOwner owner, List<String> realms) {
        String key = hotp().fact().seed().key();
        return new TokenReenrolled(
                SERIAL,
                1,
                6,
                sealed(key, RFC_SEED),
                null,
                "imported",
                10,
                10,
                1000,
                "",
                TypeState.of(0L, Map.of("hashlib", "sha1")),
                INFO,
                owner,
                realms);
    }

    @Test
    void oneThatWaitsForAnotherPartOfItsSeedHasThatOfTheFile() {
        given(hotp().rolloutState("clientwait").fact())
                .when(file(token("hotp", null, null, List.of(), 0)))
                .expectEvents(reenrolled(null, List.of()))
                .expectState(token -> assertThat(vault.unseal(Token.binding(SERIAL, SecretPurpose.SEED), token.seed()))
                        .isEqualTo(Secret.of(RFC_SEED)));
    }

    @Test
    void aRefusalNamesTheTokenAndLeavesNothingOfTheFile() {
        given(hotp().fact())
                .when(file(token("totp", null, null, List.of(), 0)))
                .expectNoEvents()
                .expectException(refusal(
                        301,
                        "The token 'OATH0001': initToken failed: token 'OATH0001' already exist with type 'hotp'."
                                + " Can not initialize token with new type 'totp'"));
    }

    @Test
    void oneOfAnotherOwnerIsRefused() {
        given(hotp().owner(ALICE).fact())
                .when(file(token("hotp", BOB, null, List.of(), 0)))
                .expectNoEvents()
                .expectException(refusal(301, "The token 'OATH0001': This token is already assigned to another user."));
    }

    @Test
    void aRevokedOneIsRefused() {
        given(hotp().fact(), new TokenRevoked(SERIAL, 1))
                .when(file(token("hotp", null, null, List.of(), 0)))
                .expectNoEvents()
                .expectException(
                        refusal(1007, "The token 'OATH0001': This action is not possible, since the token is locked"));
    }

    @Test
    void aFileWithoutTokensChangesNothing() {
        given().when(file()).expectNoEvents().expectResultMessagePayload(Imported.NOTHING);
    }
}
