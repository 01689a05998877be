package org.symbolon.projections.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengeCancelled;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengeProlonged;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.challenge.ExpiredChallengesRemoved;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.projections.token.TokenProjection;

class ChallengeProjectionTest {

    private static final Sealed SECRET = new Sealed("key-1", "c2VjcmV0");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final ChallengeRows rows = new ChallengeRows(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private static BegunChallenge asked(String serial, Integer tokenId, Sealed secret, int validSeconds) {
        return new BegunChallenge(serial, tokenId, "nonce", "{\"a\": 1}", secret, "step", validSeconds);
    }

    private List<ChallengeView> after(Object... events) {
        stream.append(events)
                .projectInline(new TokenProjection(database.jdbc()), new ChallengeProjection(database.jdbc()));
        return rows.find("order by id");
    }

    private void begin() {
        after(
                Facts.enrolled(1, "A"),
                Facts.enrolled(2, "B"),
                new ChallengesBegun("tx1", List.of(asked("A", 1, null, 120), asked("B", 2, null, 60))),
                new ChallengesBegun("tx2", List.of(asked("A", 1, null, 10))));
    }

    @Test
    void aChallengeHasARowWithTheTimesOfItsEvent() {
        begin();

        assertThat(database.rows("challenge"))
                .contains(
                        "{challenge=nonce, data={\"a\": 1}, data_key=null, expiration=2026-11-24 12:36:46.537, id=3072,"
                                + " otp_valid=false, received_count=0, serial=A, session=step,"
                                + " timestamp=2026-11-24 12:34:46.537, token_id=1, transaction_id=tx1}");
        assertThat(rows.find("order by id"))
                .extracting(ChallengeView::id)
                .containsExactly(3 * 1024L, 3 * 1024L + 1, 4 * 1024L);
        ChallengeView first = rows.find("order by id").get(0);
        assertThat(first.isValidAt(first.begun())).isTrue();
        assertThat(first.isValidAt(first.begun().minusMillis(1))).isFalse();
        assertThat(first.isValidAt(first.expires())).isFalse();
        assertThat(first.isValidAt(first.expires().minusMillis(1))).isTrue();
    }

    @Test
    void answersAreCountedAndTheLastOneCounts() {
        begin();

        assertThat(after(new ChallengeAnswered("tx1", "A")))
                .extracting(ChallengeView::received, ChallengeView::answered)
                .containsExactly(tuple(1, true), tuple(0, false), tuple(0, false));
        assertThat(after(new ChallengeAnsweredWrongly("tx1", "A")).get(0))
                .extracting(ChallengeView::received, ChallengeView::answered)
                .containsExactly(2, false);
    }

    @Test
    void aDeclinedChallengeIsRememberedAsSuch() {
        begin();

        assertThat(after(new ChallengeDeclined("tx1", "B")))
                .extracting(ChallengeView::declined)
                .containsExactly(false, true, false);
        assertThat(after(new ChallengeCancelled("tx1", "B")))
                .extracting(ChallengeView::declined, ChallengeView::cancelled)
                .contains(tuple(false, true));
    }

    @Test
    void aProlongedChallengeEndsLater() {
        begin();
        Instant until = Instant.parse("2026-11-24T13:00:00.123Z");

        assertThat(after(new ChallengeProlonged("tx1", "A", until)))
                .extracting(view -> view.isValidAt(until.minusMillis(1)))
                .containsExactly(true, false, false);
        assertThat(rows.find("order by id").get(0).expires()).isEqualTo(until);
    }

    @Test
    void whatHasEndedIsGone() {
        begin();

        assertThat(after(new ChallengesEnded("tx1", List.of("B"))))
                .extracting(ChallengeView::transactionId, ChallengeView::serial)
                .containsExactly(tuple("tx1", "A"), tuple("tx2", "A"));
        assertThat(after(new ChallengesEnded("tx1", List.of("A", "B"))))
                .extracting(ChallengeView::transactionId)
                .containsExactly("tx2");
    }

    @Test
    void aQuestionForANewPinIsFoundWithWhatItKeepsAsLongAsItIsOpen() {
        after(
                Facts.enrolled(1, "A"),
                new ChallengesBegun("tx1", List.of(askedForPin(SECRET))),
                new ChallengesBegun("tx2", List.of(askedForPin(null))),
                new ChallengesBegun("tx3", List.of(asked("A", 1, null, 120))));
        PinResetRows resets = new PinResetRows(database.jdbc());
        Instant begun = rows.ofTransaction("tx1").get(0).begun();

        assertThat(resets.validAt(begun, "tx1")).containsExactly(new PinResetRows.Row("A", SECRET));
        assertThat(resets.validAt(begun.minusMillis(1), "tx1")).isEmpty();
        assertThat(resets.validAt(begun.plusSeconds(120), "tx1")).isEmpty();
        assertThat(resets.validAt(begun.plusSeconds(60), "tx2")).containsExactly(new PinResetRows.Row("A", null));
        assertThat(resets.validAt(begun.plusSeconds(60), "tx3")).isEmpty();
    }

    private static BegunChallenge askedForPin(Sealed firstPin) {
        return new BegunChallenge("A", 1, "generic_pin_reset", "", firstPin, "", 120);
    }

    @Test
    void whatExpiredBeforeATimeIsCleared() {
        begin();
        ChallengeView shortest = rows.ofTransaction("tx2").get(0);

        assertThat(rows.anyExpiredBefore(shortest.expires())).isFalse();
        assertThat(after(new ExpiredChallengesRemoved(shortest.expires()))).hasSize(3);
        assertThat(rows.anyExpiredBefore(shortest.expires().plusMillis(1))).isTrue();
        assertThat(after(new ExpiredChallengesRemoved(shortest.expires().plusMillis(1))))
                .extracting(ChallengeView::transactionId)
                .containsExactly("tx1", "tx1");
    }

    @Test
    void challengesGoWithTheirTokenAndNotWithALaterOneOfItsSerial() {
        begin();

        assertThat(after(new TokenDeleted("A", 1)))
                .extracting(ChallengeView::serial)
                .containsExactly("B");
        assertThat(after(
                        Facts.enrolled(3, "A"),
                        new ChallengesBegun("late", List.of(asked("A", 1, null, 120))),
                        new ChallengesBegun("new", List.of(asked("A", 3, null, 120)))))
                .extracting(ChallengeView::transactionId)
                .containsExactly("tx1", "new");
    }

    @Test
    void aChallengeMayHaveNoToken() {
        assertThat(after(new ChallengesBegun("tx1", List.of(asked("", null, null, 120)))))
                .extracting(ChallengeView::serial)
                .containsExactly("");
    }

    @Test
    void aSecretIsStoredSealedAndNeverRead() {
        begin();

        ChallengeView secretive = after(new ChallengesBegun("tx3", List.of(asked("A", 1, SECRET, 9))))
                .get(3);

        assertThat(secretive.secret()).isTrue();
        assertThat(secretive.data()).isEmpty();
        assertThat(database.jdbc().queryForMap("select data, data_key from challenge where transaction_id = 'tx3'"))
                .containsEntry("data", "c2VjcmV0")
                .containsEntry("data_key", "key-1");
        assertThat(after(new ChallengeDeclined("tx3", "A")).get(3))
                .extracting(ChallengeView::secret, ChallengeView::declined)
                .containsExactly(false, true);
    }
}
