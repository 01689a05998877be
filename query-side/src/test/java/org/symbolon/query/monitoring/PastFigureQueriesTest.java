package org.symbolon.query.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.RandomEvents;
import org.symbolon.query.support.QueryDatabase;

class PastFigureQueriesTest {

    private final QueryDatabase database = new QueryDatabase();
    private final PastFigureQueries past =
            new PastFigureQueries(database.database().jdbc(), database.trailingModels());
    private final MonitoringQueries present =
            new MonitoringQueries(database.database().jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private TokenFigures at(Instant moment) {
        return past.handle(new FindPastTokenFigures(moment));
    }

    private static Instant millis(long position) {
        return EventStream.timeOf(position).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The resolver is event 1, the realm event 2. */
    private void someTokens() {
        database.after(
                Facts.resolver(1, "passwd"),
                Facts.realm(1, "realm1", "passwd"),
                Facts.enrolled(1, "T1", null, List.of(), Map.of("tokenkind", "hardware")),
                Facts.enrolled(2, "T2", Facts.CORNELIUS, List.of(), Map.of("tokenkind", "software")),
                new TokenAssigned("T1", 1, Facts.CORNELIUS),
                new TokenDisabled("T2", 2),
                new TokenDeleted("T1", 1));
    }

    @Test
    void everyPastMomentHasItsFigures() {
        someTokens();

        assertThat(at(EventStream.timeOf(2))).isEqualTo(new TokenFigures(0, 0, 0, 0, 0, 0));
        assertThat(at(millis(3).minusMillis(1))).isEqualTo(new TokenFigures(0, 0, 0, 0, 0, 0));
        assertThat(at(millis(3))).isEqualTo(new TokenFigures(1, 1, 0, 1, 0, 0));
        assertThat(at(millis(4))).isEqualTo(new TokenFigures(2, 1, 1, 1, 1, 1));
        assertThat(at(millis(5))).isEqualTo(new TokenFigures(2, 1, 1, 0, 2, 1));
        assertThat(at(millis(6))).isEqualTo(new TokenFigures(2, 1, 1, 0, 2, 1));
        assertThat(at(Instant.MAX)).isEqualTo(new TokenFigures(1, 0, 1, 0, 1, 0));
    }

    @Test
    void aSeriesHasTheFiguresOfEachOfItsMoments() {
        someTokens();

        for (Duration step : List.of(Duration.ofSeconds(1), Duration.ofMillis(700), Duration.ofSeconds(3))) {
            Instant from = millis(3);
            List<PastTokenFigures> series = past.handle(new ListPastTokenFigures(from, from.plusMillis(4900), step));

            assertThat(series).hasSize((int) (1 + 4900 / step.toMillis()));
            for (int number = 0; number < series.size(); number++) {
                Instant moment = from.plus(step.multipliedBy(number));
                assertThat(series.get(number)).isEqualTo(new PastTokenFigures(moment, at(moment)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsSummedUpIsWhatIsThere(long seed) {
        database.after(Facts.resolver(1, "passwd"), Facts.realm(1, "realm1", "passwd"), Facts.realm(2, "realm2"));
        RandomEvents events = new RandomEvents(seed);
        long mostHardware = 0;
        for (int round = 0; round < 20; round++) {
            database.after(Stream.generate(events::next).limit(30).toArray());
            assertThat(at(Instant.MAX)).isEqualTo(present.handle(new CountTokenFigures()));
            mostHardware = Math.max(mostHardware, at(Instant.MAX).hardware());
        }
        assertThat(mostHardware).isPositive();
    }

    private static RequestAnswered answered(boolean success, String type, String realm) {
        return new RequestAnswered(
                "POST /validate/check",
                success,
                null,
                type,
                null,
                realm,
                null,
                null,
                null,
                null,
                null,
                EventStream.timeOf(1),
                Duration.ZERO,
                "1");
    }

    @Test
    void loginsAreCountedByOutcomeTypeAndRealmInSpansOfHours() {
        for (int second = 0; second < 3600; second++) {
            database.stream().append(answered(second % 2 == 0, "hotp", "realm1"));
        }
        database.after(answered(false, null, null));
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        Instant one = noon.plus(Duration.ofHours(1));

        assertThat(logins(noon.plusSeconds(1), noon.plus(Duration.ofHours(2)), Duration.ofHours(1)))
                .containsExactly(
                        new AuthenticationCount(noon, "accepted", "hotp", "realm1", 758),
                        new AuthenticationCount(noon, "rejected", "hotp", "realm1", 758),
                        new AuthenticationCount(one, "accepted", "hotp", "realm1", 1042),
                        new AuthenticationCount(one, "rejected", "", "", 1),
                        new AuthenticationCount(one, "rejected", "hotp", "realm1", 1042));
        assertThat(logins(noon, noon.plus(Duration.ofHours(2)), Duration.ofDays(1)))
                .containsExactly(
                        new AuthenticationCount(noon, "accepted", "hotp", "realm1", 1800),
                        new AuthenticationCount(noon, "rejected", "", "", 1),
                        new AuthenticationCount(noon, "rejected", "hotp", "realm1", 1800));
        assertThat(logins(noon, one, Duration.ofHours(1))).hasSize(2);
        assertThat(logins(one.plus(Duration.ofHours(1)), Instant.MAX, Duration.ofHours(1)))
                .isEmpty();
    }

    private List<AuthenticationCount> logins(Instant from, Instant to, Duration span) {
        return past.handle(new CountAuthentications(from, to, span));
    }
}
