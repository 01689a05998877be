package org.symbolon.query.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.projections.challenge.ChallengeProjection;
import org.symbolon.projections.challenge.ChallengeView;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.shared.Paging;

class ChallengeQueriesTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final ChallengeQueries queries = new ChallengeQueries(database.jdbc());

    @BeforeEach
    void begin() {
        new EventStream(database)
                .append(
                        new ChallengesBegun("tx3", List.of(asked("HOTP1", 300), asked("HOTP2", 10))),
                        new ChallengesBegun("tx1", List.of(asked("TOTP1", 100))),
                        new ChallengesBegun("other", List.of(asked("HOTP1", 200))))
                .projectInline(new ChallengeProjection(database.jdbc()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static BegunChallenge asked(String serial, int validSeconds) {
        return new BegunChallenge(serial, null, "", "", null, "", validSeconds);
    }

    private List<String> listed(String serial, String transactionId, String sortBy, boolean descending) {
        ChallengePage page =
                queries.handle(new ListChallenges(serial, transactionId, new Paging(1, 15), sortBy, descending));
        assertThat(page.count()).isEqualTo(page.challenges().size());
        return page.challenges().stream()
                .map(one -> one.transactionId() + "/" + one.serial())
                .toList();
    }

    @Test
    void theOldestComesFirstUnlessSomethingElseIsAskedFor() {
        List<String> inOrderOfTime = List.of("tx3/HOTP1", "tx3/HOTP2", "tx1/TOTP1", "other/HOTP1");

        assertThat(listed(null, null, "timestamp", false)).isEqualTo(inOrderOfTime);
        assertThat(listed(null, null, "nosuch; drop table challenge", false)).isEqualTo(inOrderOfTime);
        assertThat(listed(null, null, null, true))
                .containsExactly("other/HOTP1", "tx1/TOTP1", "tx3/HOTP2", "tx3/HOTP1");
        assertThat(listed(null, null, "serial", false))
                .containsExactly("tx3/HOTP1", "other/HOTP1", "tx3/HOTP2", "tx1/TOTP1");
        assertThat(listed(null, null, "expiration", true))
                .containsExactly("tx3/HOTP1", "other/HOTP1", "tx1/TOTP1", "tx3/HOTP2");
    }

    @Test
    void serialsAndTransactionsMayHoldAsterisks() {
        assertThat(listed("HOTP1", null, null, false)).containsExactly("tx3/HOTP1", "other/HOTP1");
        assertThat(listed("HOTP*", "tx*", null, false)).containsExactly("tx3/HOTP1", "tx3/HOTP2");
        assertThat(listed("HOTP_", null, null, false)).isEmpty();
        assertThat(listed("*", "other", null, false)).containsExactly("other/HOTP1");
    }

    @Test
    void theListComesInPages() {
        ChallengePage second = queries.handle(new ListChallenges(null, null, new Paging(2, 3), "timestamp", false));

        assertThat(second.count()).isEqualTo(4);
        assertThat(second.challenges()).extracting(ChallengeView::transactionId).containsExactly("other");
    }

    @Test
    void whatHasExpiredIsListedButNotValid() {
        assertThat(queries.handle(new ListValidChallenges(
                        "tx3", EventStream.timeOf(1).plusSeconds(10).plusMillis(1))))
                .extracting(ChallengeView::serial)
                .containsExactly("HOTP1");
        assertThat(queries.handle(new ListValidChallenges("tx3", EventStream.timeOf(1))))
                .extracting(ChallengeView::serial)
                .containsExactly("HOTP1", "HOTP2");
        assertThat(queries.handle(new ListValidChallenges("nosuch", EventStream.timeOf(1))))
                .isEmpty();
    }
}
