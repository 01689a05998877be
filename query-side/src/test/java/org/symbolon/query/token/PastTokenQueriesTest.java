package org.symbolon.query.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.RandomEvents;
import org.symbolon.query.history.PastModels;
import org.symbolon.query.shared.Paging;
import org.symbolon.query.support.QueryDatabase;

class PastTokenQueriesTest {

    private final QueryDatabase database = new QueryDatabase();
    private final TokenLists lists =
            new TokenLists(database.entities(), database.database().jdbc(), database.transactions());
    private final TokenQueries now = new TokenQueries(lists, database.trailingModels());
    private final PastTokenQueries past = new PastTokenQueries(
            new PastModels(
                    database.database().jdbc(),
                    database.transactionManager(),
                    (until, names, consumer) -> database.stream().events().stream()
                            .filter(event -> !event.getTimestamp().isAfter(until))
                            .forEach(consumer),
                    EventStream.parameters(database.database()),
                    database.projectorsOfThePast(),
                    List.of(
                            "config",
                            "resolver",
                            "resolverconfig",
                            "realm",
                            "resolverrealm",
                            "token",
                            "tokeninfo",
                            "tokenowner",
                            "tokenrealm",
                            "tokengroup",
                            "tokentokengroup")),
            lists);

    @BeforeEach
    void begin() {
        database.after(
                Facts.realm(1, "realm1"),
                Facts.enrolled(1, "HOTP1", Facts.CORNELIUS, List.of("realm1"), Map.of("hashlib", "sha1")),
                new OtpAccepted("HOTP1", 1, 1, 1, StateChange.counter(5L)),
                new TokenDescribed("HOTP1", 1, "later"),
                new RealmDeleted("realm1", 1),
                new TokenDeleted("HOTP1", 1),
                Facts.enrolled(2, "HOTP1"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static ListTokens all() {
        return new ListTokens(TokenFilter.all(), new Paging(1, 100), "serial", false);
    }

    private TokenPage at(Instant time) {
        return past.handle(new ListTokensAt(time, all()));
    }

    @Test
    void tokensAreListedAsTheyWere() {
        assertThat(at(EventStream.timeOf(1)).tokens()).isEmpty();
        TokenView used = at(EventStream.timeOf(3)).tokens().get(0);
        assertThat(used.id()).isEqualTo(1);
        assertThat(used.count()).isEqualTo(5);
        assertThat(used.description()).isEqualTo("my token");
        assertThat(used.realms()).containsExactly("realm1");
        assertThat(used.userRealm()).isEqualTo("realm1");
        assertThat(used.info()).containsEntry("count_auth", "1").containsEntry("hashlib", "sha1");
        assertThat(at(EventStream.timeOf(5)).tokens().get(0).userRealm()).isEmpty();
        assertThat(at(EventStream.timeOf(6)).count()).isZero();
        assertThat(at(EventStream.timeOf(7)).tokens().get(0).id()).isEqualTo(2);
    }

    @Test
    void theFilterCountsForThePast() {
        ListTokens query = new ListTokens(TokenFilter.all().realm("realm1"), new Paging(1, 15), "serial", false);
        assertThat(past.handle(new ListTokensAt(EventStream.timeOf(2), query)).count())
                .isEqualTo(1);
        assertThat(past.handle(new ListTokensAt(EventStream.timeOf(5), query)).count())
                .isZero();
    }

    @Test
    void askingOfThePastDoesNotTouchThePresent() {
        for (int i = 0; i < 12; i++) {
            TokenPage present = now.handle(all());
            assertThat(present.tokens().get(0).id()).isEqualTo(2);
            assertThat(at(EventStream.timeOf(4)).tokens().get(0).description()).isEqualTo("later");
        }
    }

    @Test
    void itWorksInsideTheUnitOfWorkOfAQuery() {
        DefaultUnitOfWork<?> query = DefaultUnitOfWork.startAndGet(null);
        assertThat(at(EventStream.timeOf(3)).tokens().get(0).count()).isEqualTo(5);
        query.commit();
    }

    @Test
    void thePastUpToNowIsThePresent() {
        database.stream().append(new TokenDeleted("HOTP1", 2), Facts.realm(2, "realm1"), Facts.realm(3, "realm2"));
        RandomEvents events = new RandomEvents(11, 3);
        for (int i = 0; i < 800; i++) {
            database.stream().append(events.next());
        }
        database.after();
        assertThat(now.handle(all()).tokens()).hasSizeGreaterThan(3);
        assertThat(at(Instant.MAX)).isEqualTo(now.handle(all()));
    }
}
