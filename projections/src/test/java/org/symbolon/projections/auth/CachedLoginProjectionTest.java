package org.symbolon.projections.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.auth.CachedLoginUsed;
import org.symbolon.events.auth.CachedLoginsForgotten;
import org.symbolon.events.auth.LoginCached;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.projections.auth.CachedLoginRows.Row;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class CachedLoginProjectionTest {

    private static final Sealed HASH = new Sealed("key-1", "aGFzaA==");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final CachedLoginRows rows = new CachedLoginRows(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private void after(Object... events) {
        stream.append(events).projectInline(new CachedLoginProjection(database.jdbc()));
    }

    private static LoginCached cached(String username) {
        return new LoginCached(username, "realm1", "passwd", "1001", HASH);
    }

    @Test
    void aCachedLogInHasARowWithTheTimeOfItsEvent() {
        after(cached("alice"));

        assertThat(database.rows("authcache"))
                .containsExactly("{auth_count=0, authentication=aGFzaA==, client_ip=, data_key=key-1,"
                        + " first_auth=2026-11-24 12:34:44.537, id=1024, last_auth=2026-11-24 12:34:44.537,"
                        + " realm=realm1, resolver=passwd, user_agent=, user_id=1001, username=alice}");
    }

    @Test
    void usesAreCountedAndTheLastOneIsKept() {
        after(cached("alice"), cached("alice"), new CachedLoginUsed(1024), new CachedLoginUsed(1024));

        List<Row> found = rows.of("alice", user("realm1", "passwd", "1001"));

        assertThat(found).extracting(Row::id).containsExactly(1024L, 2048L);
        assertThat(found).extracting(Row::uses).containsExactly(2, 0);
        assertThat(found.get(0).lastUsed()).isEqualTo(found.get(0).firstUsed().plusSeconds(3));
        assertThat(found.get(0).password()).isEqualTo(HASH);
    }

    @Test
    void onlyThoseOfThisVeryUserAreFound() {
        after(cached("alice"), cached("Alice"));

        assertThat(rows.of("alice", user("realm1", "passwd", "1001"))).hasSize(1);
        assertThat(rows.of("alice", user("realm2", "passwd", "1001"))).isEmpty();
        assertThat(rows.of("alice", user("realm1", "other", "1001"))).isEmpty();
        assertThat(rows.of("alice", user("realm1", "passwd", "1002"))).isEmpty();
    }

    @Test
    void allOfAUserAreFoundWhateverHeWasCalledAndWherever() {
        after(
                cached("alice"),
                new LoginCached("bob", "realm1", "passwd", "1002", HASH),
                new LoginCached("Alice", "realm2", "passwd", "1001", HASH),
                new LoginCached("alice", "realm1", "other", "1001", HASH));

        assertThat(rows.lockAllOf(user("gone", "passwd", "1001")))
                .extracting(Row::id)
                .containsExactly(1024L, 3072L);
    }

    private static TokenOwner user(String realm, String resolver, String userId) {
        return new TokenOwner(resolver, userId, realm);
    }

    @Test
    void whatIsForgottenIsGone() {
        after(cached("alice"), cached("alice"), cached("bob"), new CachedLoginsForgotten(List.of(1024L, 3072L, 7L)));

        assertThat(rows.lock(List.of(1024L, 2048L, 3072L))).extracting(Row::id).containsExactly(2048L);
    }

    @Test
    void whatWasNotUsedForLongIsFound() {
        after(cached("alice"), cached("bob"), new CachedLoginUsed(1024));

        assertThat(rows.lockUnusedSince(EventStream.timeOf(3), 10))
                .extracting(Row::id)
                .as("with times as fine as they are stored")
                .contains(2048L);
        assertThat(rows.lockUnusedSince(EventStream.timeOf(2).minusMillis(1), 10))
                .isEmpty();
        assertThat(rows.lockUnusedSince(EventStream.timeOf(9), 10))
                .extracting(Row::id)
                .containsExactly(1024L, 2048L);
        assertThat(rows.lockUnusedSince(EventStream.timeOf(9), 1))
                .extracting(Row::id)
                .containsExactly(1024L);
    }
}
