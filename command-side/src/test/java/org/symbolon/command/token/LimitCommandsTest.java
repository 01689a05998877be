package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.RefusalMatcher.refusal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeEnrolmentChallenges;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenLimit;

class LimitCommandsTest {

    private static final EnrollToken ENROL =
            new EnrollToken(Map.of("serial", SERIAL, "otpkey", RFC_SEED), Map.of(), null, ALICE, Holder.NOBODY, null);

    private static final AssignToken ASSIGN = new AssignToken(SERIAL, ALICE, null);
    private static final EnableTokens ENABLE = new EnableTokens(List.of(SERIAL));

    private final AggregateTestFixture<Token> fixture = new AggregateTestFixture<>(Token.class);
    private final FakeCensus census = new FakeCensus();

    LimitCommandsTest() {
        Tokens tokens = new Tokens(fixture.getRepository(), owner -> {});
        FakeVault vault = new FakeVault();
        FakeSettings settings = new FakeSettings();
        Clock clock = Clock.fixed(TokenFixture.NOW, ZoneOffset.UTC);
        EnrolmentCommands enrolments = new EnrolmentCommands(
                tokens,
                TokenTypes.all(),
                new FakeSerials(),
                vault,
                settings,
                Chance.counting(),
                new FakeEnrolmentChallenges(),
                (thing, token) -> {},
                clock);
        TokenCommands changes = new TokenCommands(tokens, TokenTypes.all(), vault, settings, clock);
        fixture.registerAnnotatedCommandHandler(new LimitCommands(census, tokens, enrolments, changes));
    }

    private static TokenLimit limit(int most, String type) {
        return new TokenLimit(CountedTokens.of(ALICE, type, false, SERIAL), most, "too many");
    }

    @Test
    void oneMoreIsEnrolledWhereThereIsRoom() {
        census.number(1);

        fixture.givenNoPriorActivity()
                .when(new WithinLimits(List.of(limit(2, null)), ENROL))
                .expectSuccessfulHandlerExecution()
                .expectState(token -> assertThat(token.owner()).isEqualTo(ALICE));
    }

    @Test
    void noneIsEnrolledWhereOneOfTheLimitsIsReached() {
        census.number(2);

        fixture.givenNoPriorActivity()
                .when(new WithinLimits(List.of(limit(3, null), limit(2, "hotp")), ENROL))
                .expectNoEvents()
                .expectException(refusal(303, "too many"));
    }

    @Test
    void whatIsCountedAlreadyIsEnrolledAnew() {
        census.number(5);
        census.known();

        fixture.given(hotp().owner(ALICE).fact())
                .when(new WithinLimits(List.of(limit(2, null)), ENROL))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void placesAreReservedInOrderAndBeforeAnythingIsCounted() {
        List<TokenLimit> limits =
                List.of(new TokenLimit(CountedTokens.in("realm1", SERIAL), 1, ""), limit(1, null), limit(1, "hotp"));

        fixture.givenNoPriorActivity().when(new WithinLimits(limits, ENROL)).expectSuccessfulHandlerExecution();
        assertThat(census.calls())
                .containsExactly("[owner/realm1/passwd/1001, realm/realm1]", "count", "count", "count");
    }

    @Test
    void aTokenIsAssignedWhereThereIsRoom() {
        fixture.given(hotp().fact())
                .when(new WithinLimits(List.of(limit(1, null)), ASSIGN))
                .expectEvents(new TokenAssigned(SERIAL, 1, ALICE))
                .expectResultMessagePayload(true);
    }

    @Test
    void noneIsAssignedWhereThereIsNone() {
        census.number(1);

        fixture.given(hotp().fact())
                .when(new WithinLimits(List.of(limit(1, null)), ASSIGN))
                .expectNoEvents()
                .expectException(refusal(303, "too many"));
    }

    @Test
    void whatIsInUseTakesNoMoreRoom() {
        census.number(1);

        fixture.given(hotp().fact())
                .when(new WithinLimits(List.of(limit(1, null)), ENABLE))
                .expectNoEvents()
                .expectResultMessagePayload(0);
    }

    @Test
    void whatIsNotInUseIsEnabledWhereThereIsRoom() {
        census.number(1);

        fixture.given(hotp().fact(), new TokenDisabled(SERIAL, 1))
                .when(new WithinLimits(List.of(limit(1, "totp"), limit(2, null)), ENABLE))
                .expectEvents(new TokenEnabled(SERIAL, 1));
    }

    @Test
    void whatIsNotInUseIsNotEnabledWhereThereIsNone() {
        census.number(1);

        fixture.given(hotp().fact(), new TokenDisabled(SERIAL, 1))
                .when(new WithinLimits(List.of(limit(1, null)), ENABLE))
                .expectNoEvents()
                .expectException(refusal(303, "too many"));
    }

    @Test
    void aCommandWithoutLimitsIsLeftAlone() {
        assertThat(WithinLimits.of(List.of(), ENROL)).isSameAs(ENROL);
    }
}
