package org.symbolon.projections.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

class TokenCountProjectionTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final Object[] inline = {new RealmProjection(database.jdbc()), new TokenProjection(database.jdbc())};
    private final TokenCountProjection trailing = new TokenCountProjection(database.jdbc());

    @BeforeEach
    void enrol() {
        after(
                Facts.realm(1, "realm1"),
                Facts.realm(2, "realm2"),
                Facts.enrolled(1, "HOTP1", Facts.CORNELIUS, List.of("realm2", "realm1"), Map.of()),
                Facts.enrolled(2, "HOTP2"),
                Facts.enrolled(3, "HOTP3"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void after(Object... events) {
        stream.append(events).projectInline(inline).projectTrailing(500, List.of(), trailing);
    }

    private void assertCounts(String... expected) {
        assertThat(database.jdbc()
                        .queryForList(
                                "select concat_ws(' ', tokentype, case when active then 'on' else 'off' end,"
                                        + " case when owned then 'owned' else 'free' end, resolver, realms) || ': ' || total"
                                        + " from token_count",
                                String.class))
                .containsExactlyInAnyOrder(expected);
    }

    @Test
    void tokensThatAreAlikeAreCountedTogether() {
        assertCounts("hotp on owned passwd {1,2}: 1", "hotp on free  {}: 2");
    }

    @Test
    void whateverChangesALikenessIsCountedAnew() {
        after(new TokenDisabled("HOTP2", 2), new TokenRevoked("HOTP1", 1));
        assertCounts("hotp off owned passwd {1,2}: 1", "hotp off free  {}: 1", "hotp on free  {}: 1");
        after(new TokenEnabled("HOTP2", 2), new TokenUnassigned("HOTP1", 1));
        assertCounts("hotp off free  {1,2}: 1", "hotp on free  {}: 2");
        after(new TokenAssigned("HOTP3", 3, Facts.CORNELIUS), new TokenRealmsChanged("HOTP1", 1, List.of()));
        assertCounts("hotp off free  {}: 1", "hotp on free  {}: 1", "hotp on owned passwd {1}: 1");
    }

    @Test
    void deletedTokensAndRealmsCountNoMore() {
        after(new RealmDeleted("realm1", 1));
        assertCounts("hotp on owned passwd {2}: 1", "hotp on free  {}: 2");
        after(new TokenDeleted("HOTP1", 1), new TokenDeleted("HOTP2", 2));
        assertCounts("hotp on free  {}: 1");
        assertThat(database.rows("token_counted")).hasSize(1);
    }

    @Test
    void aLogInIsNoBusinessOfTheCounts() {
        database.jdbc().update("delete from token_counted");
        after(new OtpAccepted("HOTP1", 1, 1, 1, StateChange.counter(7L)));
        assertThat(database.rows("token_counted")).isEmpty();
    }
}
