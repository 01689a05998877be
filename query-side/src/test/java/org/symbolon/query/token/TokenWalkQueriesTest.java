package org.symbolon.query.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;
import org.symbolon.projections.support.Facts;
import org.symbolon.query.support.QueryDatabase;

class TokenWalkQueriesTest {

    private static QueryDatabase database;
    private static TokenWalkQueries queries;

    @BeforeAll
    static void enrol() {
        database = new QueryDatabase();
        database.after(
                Facts.resolver(1, "passwd"),
                Facts.realm(1, "realm1", "passwd"),
                Facts.realm(2, "realm2"),
                Facts.enrolled(1, "WALK1", Facts.CORNELIUS, List.of("realm1", "realm2"), Map.of("hashlib", "sha1")),
                Facts.enrolled(2, "WALK2", null, List.of("realm2"), Map.of()),
                Facts.enrolled(3, "WALK3", null, List.of(), Map.of("hashlib", "sha256")),
                new OtpAccepted("WALK3", 3, 2, 1, StateChange.counter(7L)));
        queries = new TokenWalkQueries(database.database().jdbc(), database.trailingModels());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<String> serials(TokenFilter filter, int after, int most) {
        return queries.handle(new WalkTokens(filter, after, most)).stream()
                .map(TokenView::serial)
                .toList();
    }

    @Test
    void aPageBeginsBehindTheNumberThatTheLastOneEndedWith() {
        assertThat(serials(TokenFilter.all(), WalkTokens.BEGIN, 2)).containsExactly("WALK1", "WALK2");
        assertThat(serials(TokenFilter.all(), 2, 2)).containsExactly("WALK3");
        assertThat(serials(TokenFilter.all(), 3, 2)).isEmpty();
        assertThat(serials(TokenFilter.all().realm("realm2").assigned(false), WalkTokens.BEGIN, 9))
                .containsExactly("WALK2");
    }

    @Test
    void tokensAreFoundByTheEntriesThatTheyHaveAndHaveNot() {
        assertThat(serials(TokenFilter.all().infoKeys(List.of("hashlib")), WalkTokens.BEGIN, 9))
                .containsExactly("WALK1", "WALK3");
        assertThat(serials(TokenFilter.all().infoKeys(List.of("hashlib", "last_auth")), WalkTokens.BEGIN, 9))
                .containsExactly("WALK3");
        assertThat(serials(TokenFilter.all().missingInfoKey("hashlib"), WalkTokens.BEGIN, 9))
                .containsExactly("WALK2");
        assertThat(serials(
                        TokenFilter.all().infoKeys(List.of("last_auth")).missingInfoKey("last_auth"),
                        WalkTokens.BEGIN,
                        9))
                .isEmpty();
    }

    @Test
    void eachFilterHoldsBehindTheFirstPageAsWell() {
        assertThat(serials(TokenFilter.all().infoKeys(List.of("hashlib")), 1, 9))
                .containsExactly("WALK3");
        assertThat(serials(TokenFilter.all().missingInfoKey("hashlib"), 1, 9)).containsExactly("WALK2");
        assertThat(serials(TokenFilter.all().realm("realm2"), 1, 9)).containsExactly("WALK2");
        assertThat(serials(TokenFilter.all().assigned(false), 1, 9)).containsExactly("WALK2", "WALK3");
        assertThat(serials(TokenFilter.all().assigned(true), 0, 9)).containsExactly("WALK1");
        assertThat(serials(TokenFilter.all().assigned(true), 1, 9)).isEmpty();
        assertThat(serials(TokenFilter.all().resolver("passwd"), 0, 9)).containsExactly("WALK1");
        assertThat(serials(TokenFilter.all().owner(Facts.CORNELIUS).realm("realm1"), 0, 9))
                .containsExactly("WALK1");
        assertThat(serials(TokenFilter.all().owner(Facts.CORNELIUS), 1, 9)).isEmpty();
    }

    @Test
    void theyAreCountedByTheseEntries() {
        TokenSearch search = new TokenSearch(database.database().jdbc());

        assertThat(search.countOfNow(TokenFilter.all().infoKeys(List.of("hashlib"))))
                .isEqualTo(2);
        assertThat(search.countOfNow(TokenFilter.all().missingInfoKey("hashlib")))
                .isEqualTo(1);
    }

    @Test
    void aTokenIsTheSameAsWhenItIsAskedForAlone() {
        SingleTokenQueries single = new SingleTokenQueries(database.database().jdbc(), database.trailingModels());

        assertThat(queries.handle(new WalkTokens(TokenFilter.all(), WalkTokens.BEGIN, 9)))
                .hasSize(3)
                .allSatisfy(token -> assertThat(single.handle(new FindToken(token.serial(), true)))
                        .contains(token));
    }
}
