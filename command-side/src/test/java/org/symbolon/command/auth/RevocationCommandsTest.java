package org.symbolon.command.auth;

import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.symbolon.events.auth.ExpiredRevocationsRemoved;
import org.symbolon.events.auth.LoginRevoked;

class RevocationCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:34:44.537Z");
    private static final Instant EXPIRES = NOW.plusSeconds(3600);

    private final FixtureConfiguration<RevokedLogin> fixture = new AggregateTestFixture<>(RevokedLogin.class);
    private Instant expired = Instant.MAX;

    RevocationCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new RevocationCommands(
                fixture.getRepository(),
                time -> expired.isBefore(time),
                fixture.getEventBus(),
                Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void aLogInIsRevoked() {
        fixture.givenNoPriorActivity()
                .when(new RevokeLogin("abc", EXPIRES))
                .expectEvents(new LoginRevoked("abc", EXPIRES))
                .expectResultMessagePayload(true);
    }

    @Test
    void aLogInIsRevokedOnceOnly() {
        fixture.given(new LoginRevoked("abc", EXPIRES))
                .when(new RevokeLogin("abc", EXPIRES))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void aNonceThatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new RevokeLogin("n".repeat(129), EXPIRES))
                .expectNoEvents()
                .expectException(tooLong("nonce", 128));
    }

    @Test
    void whatHasEndedByItselfIsClearedAwayInOneFact() {
        Instant limit = NOW.minus(Duration.ofMinutes(5));
        expired = limit.minusMillis(1);

        fixture.givenNoPriorActivity()
                .when(new RemoveExpiredRevocations())
                .expectEvents(new ExpiredRevocationsRemoved(limit))
                .expectResultMessagePayload(true);
    }

    @Test
    void nothingHappensWhereNothingHasEnded() {
        expired = NOW.minus(Duration.ofMinutes(5));

        fixture.givenNoPriorActivity()
                .when(new RemoveExpiredRevocations())
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }
}
