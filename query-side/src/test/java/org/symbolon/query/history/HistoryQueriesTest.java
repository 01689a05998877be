package org.symbolon.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.UserPinChanged;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.shared.Paging;

class HistoryQueriesTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final HistoryQueries queries =
            new HistoryQueries(database.jdbc(), database.transactions(), row -> Optional.of(row.getString("payload")));

    @AfterEach
    void close() {
        database.close();
    }

    private HistoryPage history(int page, int size) {
        return queries.handle(new TokenHistory("HOTP1", new Paging(page, size)));
    }

    @Test
    void theNewestComesFirstAndFormerTokensAreIncluded() {
        stream.append(
                Facts.enrolled(1, "HOTP1"),
                Facts.enrolled(2, "OTHER"),
                new TokenDeleted("HOTP1", 1),
                Facts.enrolled(3, "HOTP1"));
        HistoryPage page = history(1, 2);
        assertThat(page.count()).isEqualTo(3);
        assertThat(page.entries()).extracting(HistoryEntry::event).containsExactly("TokenEnrolled", "TokenDeleted");
        assertThat(history(2, 2).entries())
                .extracting(entry -> entry.changes().get("tokenId"))
                .containsExactly(1);
        assertThat(history(3, 2).entries()).isEmpty();
    }

    @Test
    void anOwnerIsToldWhatHasHappenedSinceTheTokenIsHis() {
        TokenOwner other = new TokenOwner("passwd", "1001", "realm1");
        stream.append(
                Facts.enrolled(1, "HOTP1", Facts.CORNELIUS, List.of(), Map.of()),
                new TokenDescribed("HOTP1", 1, "of cornelius"),
                new TokenUnassigned("HOTP1", 1),
                new TokenAssigned("HOTP1", 1, other),
                new TokenDisabled("HOTP1", 1),
                new TokenAssigned("HOTP1", 1, other),
                new TokenEnabled("HOTP1", 1));

        HistoryPage page = of(other, 3);
        assertThat(page.count()).isEqualTo(4);
        assertThat(page.entries())
                .extracting(HistoryEntry::event)
                .containsExactly("TokenEnabled", "TokenAssigned", "TokenDisabled");
        assertThat(of(Facts.CORNELIUS, 3)).isEqualTo(new HistoryPage(0, List.of()));

        stream.append(new TokenDeleted("HOTP1", 1), Facts.enrolled(2, "HOTP1", Facts.CORNELIUS, List.of(), Map.of()));
        assertThat(of(Facts.CORNELIUS, 9).entries())
                .extracting(HistoryEntry::event)
                .containsExactly("TokenEnrolled");
        assertThat(of(other, 9).count()).isZero();
    }

    private HistoryPage of(TokenOwner owner, int size) {
        return queries.handle(new TokenHistory("HOTP1", Optional.of(owner), new Paging(1, size)));
    }

    @Test
    void whoWhenAndWhereIsKnown() {
        stream.as(Map.of(
                        "actor",
                        "admin",
                        "role",
                        "admin",
                        "actorRealm",
                        "super",
                        "client",
                        "10.0.0.1",
                        "userAgent",
                        "curl",
                        "requestId",
                        "r1",
                        "node",
                        "node1"))
                .append(new TokenDeleted("HOTP1", 1));
        assertThat(history(1, 1).entries())
                .containsExactly(new HistoryEntry(
                        "TokenDeleted",
                        EventStream.timeOf(1),
                        "admin",
                        "admin",
                        "super",
                        "10.0.0.1",
                        "curl",
                        "r1",
                        "node1",
                        Map.of("serial", "HOTP1", "tokenId", 1)));
    }

    @Test
    void whatIsNotKnownIsNull() {
        stream.as(Map.of()).append(new TokenDeleted("HOTP1", 1));
        assertThat(history(1, 1).entries().get(0).actor()).isNull();
    }

    @Test
    void secretsAreNotShown() {
        stream.append(
                Facts.enrolled(1, "HOTP1", Facts.CORNELIUS, List.of(), Map.of()),
                new PinChanged("HOTP1", 1, new Pin.Hashed("$argon2id$secret")),
                new UserPinChanged("HOTP1", 1, Facts.SEED));
        assertThat(history(1, 9).toString())
                .doesNotContain(Facts.SEED.box())
                .doesNotContain("argon2id")
                .doesNotContain("hashed")
                .contains("seed=***", "pin=***", "userId=1000");
        assertThat(Mask.secretsIn(Map.of("list", List.of(Map.of("entry", Map.of("key", "k", "box", "b"))))))
                .isEqualTo(Map.of("list", List.of(Map.of("entry", "***"))));
    }
}
