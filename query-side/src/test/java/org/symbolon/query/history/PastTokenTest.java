package org.symbolon.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

/** What a token was like at some moment, whatever has become of it. */
class PastTokenTest {

    private static final TokenOwner EMMA = new TokenOwner("passwd", "1001", "realm1");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final HistoryQueries queries =
            new HistoryQueries(database.jdbc(), database.transactions(), row -> Optional.of(row.getString("payload")));

    @AfterEach
    void close() {
        database.close();
    }

    private Optional<PastToken> after(long sequence) {
        return queries.handle(new FindPastToken("HOTP1", sequence));
    }

    @Test
    void itIsAsItWasThen() {
        stream.append(
                Facts.enrolled(1, "HOTP1"),
                new TokenAssigned("HOTP1", 1, EMMA),
                Facts.enrolled(2, "OTHER"),
                new TokenDescribed("HOTP1", 1, "mine"),
                new PinChanged("HOTP1", 1, Pin.NONE),
                new TokenDisabled("HOTP1", 1),
                new FailLimitChanged("HOTP1", 1, 3),
                new TokenUnassigned("HOTP1", 1),
                new TokenEnabled("HOTP1", 1),
                new TokenDeleted("HOTP1", 1));

        assertThat(after(0)).isEmpty();
        assertThat(after(2).orElseThrow().owner()).isEqualTo(EMMA);
        PastToken disabled = after(7).orElseThrow();
        assertThat(disabled.owner()).isEqualTo(EMMA);
        assertThat(disabled.description()).isEqualTo("mine");
        assertThat(disabled.realms()).containsExactly("realm1");
        assertThat(disabled.active()).isFalse();
        assertThat(disabled.failLimit()).isEqualTo(3);
        assertThat(after(8).orElseThrow().owner()).isNull();
        assertThat(after(9).orElseThrow().active()).isTrue();
        assertThat(after(10)).isEmpty();
        assertThat(queries.handle(new FindPastToken("NONE", 10))).isEmpty();
    }

    @Test
    void itIsFinishedWhenItsEnrolmentIs() {
        Optional<PastToken> waiting =
                PastToken.after(Optional.of(token("hello", "clientwait")), again(null, null, "clientwait"));
        assertThat(waiting.orElseThrow().isFinished()).isFalse();
        assertThat(waiting.orElseThrow().owner()).isEqualTo(EMMA);
        assertThat(waiting.orElseThrow().description()).isEqualTo("hello");

        Optional<PastToken> ready =
                PastToken.after(waiting, again("new", new TokenOwner("other", "1", "r"), "enrolled"));
        assertThat(ready.orElseThrow().isFinished()).isTrue();
        assertThat(ready.orElseThrow().owner().resolver()).isEqualTo("other");
        assertThat(ready.orElseThrow().info()).containsOnlyKeys("old", "new");

        Optional<PastToken> verified = PastToken.after(waiting, new EnrolmentVerified("HOTP1", 1));
        assertThat(verified.orElseThrow().isFinished()).isTrue();
        assertThat(token("", "").isFinished()).isTrue();
        assertThat(PastToken.after(Optional.empty(), new EnrolmentVerified("HOTP1", 1)))
                .isEmpty();
    }

    private static PastToken token(String description, String rolloutState) {
        return new PastToken(
                "HOTP1", "hotp", description, true, 10, rolloutState, Map.of("old", "1"), List.of("realm1"), EMMA);
    }

    private static TokenReenrolled again(String description, TokenOwner owner, String rolloutState) {
        return new TokenReenrolled(
                "HOTP1",
                1,
                6,
                null,
                null,
                description,
                10,
                10,
                100,
                rolloutState,
                TypeState.EMPTY,
                Map.of("new", "2"),
                owner,
                List.of("realm1"));
    }
}
