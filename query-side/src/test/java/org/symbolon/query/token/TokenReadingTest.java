package org.symbolon.query.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CounterChanged;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TokenLeftGroup;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.UserPinChanged;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.history.ChangeHistory;
import org.symbolon.query.history.Difference;
import org.symbolon.query.history.HistoryQueries;
import org.symbolon.query.shared.Paging;

class TokenReadingTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final HistoryQueries queries =
            new HistoryQueries(database.jdbc(), database.transactions(), row -> Optional.of(row.getString("payload")));

    @AfterEach
    void close() {
        database.close();
    }

    /** What the last of the events changed. */
    private Map<String, Difference> lastOf(Object... events) {
        stream.append(events);
        return queries.handle(
                        new ChangeHistory(List.of("token/T1"), List.of(), TokenReading.reading(), new Paging(1, 1)))
                .changes()
                .get(0)
                .differences();
    }

    private static Difference change(Object before, Object after) {
        return new Difference(before, after);
    }

    @Test
    void logInsMoveCountersAndTeachTheInfo() {
        assertThat(lastOf(
                        Facts.enrolled(1, "T1"),
                        new OtpRejected("T1", 1, OtpRejected.Reason.WRONG_OTP, 1, 1, StateChange.NONE),
                        new OtpAccepted("T1", 1, 2, 1, StateChange.of(7L, Map.of("seen", "x")))))
                .isEqualTo(Map.of(
                        "counter",
                        change(0L, 7L),
                        "failCount",
                        change(1, 0),
                        "info",
                        change(
                                Map.of("count_auth", "1"),
                                Map.of("count_auth", "2", "count_auth_success", "1", "seen", "x"))));
        assertThat(lastOf(new OtpConsumed("T1", 1, null, StateChange.counter(9L))))
                .isEqualTo(Map.of("counter", change(7L, 9L)));
        assertThat(lastOf(new TokenResynchronised("T1", 1, StateChange.counter(12L))))
                .isEqualTo(Map.of("counter", change(9L, 12L)));
        assertThat(lastOf(new CounterChanged("T1", 1, 15))).isEqualTo(Map.of("counter", change(12L, 15L)));
    }

    @Test
    void statesAreSwitched() {
        assertThat(lastOf(Facts.enrolled(1, "T1"), new TokenDisabled("T1", 1)))
                .isEqualTo(Map.of("active", change(true, false)));
        assertThat(lastOf(new TokenEnabled("T1", 1))).isEqualTo(Map.of("active", change(false, true)));
        assertThat(lastOf(new TokenRevoked("T1", 1)))
                .isEqualTo(Map.of("active", change(true, false), "revoked", change(false, true)));
        assertThat(lastOf(
                        new OtpRejected("T1", 1, OtpRejected.Reason.WRONG_PIN, 3, 0, StateChange.NONE),
                        new FailCounterReset("T1", 1)))
                .isEqualTo(Map.of("failCount", change(3, 0)));
    }

    @Test
    void groupsComeAndGo() {
        assertThat(lastOf(Facts.enrolled(1, "T1"), new TokenJoinedGroup("T1", 1, "a")))
                .isEqualTo(Map.of("groups", change(List.of(), List.of("a"))));
        assertThat(lastOf(new TokenJoinedGroup("T1", 1, "b"), new TokenLeftGroup("T1", 1, "a")))
                .isEqualTo(Map.of("groups", change(List.of("a", "b"), List.of("b"))));
    }

    @Test
    void anAssignmentChangesRealmsToo() {
        TokenOwner owner = new TokenOwner("res", "7", "realm7");
        Map<String, Object> shown = Map.of("resolver", "res", "userId", "7", "realm", "realm7");
        assertThat(lastOf(Facts.enrolled(1, "T1", null, List.of(), Map.of()), new TokenAssigned("T1", 1, owner)))
                .isEqualTo(Map.of("owner", change(null, shown), "realms", change(List.of(), List.of("realm7"))));
        assertThat(lastOf(new TokenUnassigned("T1", 1)))
                .containsEntry("owner", change(shown, null))
                .containsEntry("pinHash", change("***", "***"));
    }

    @Test
    void infoIsAddedToAndTakenFrom() {
        assertThat(lastOf(
                        Facts.enrolled(1, "T1", null, List.of(), Map.of("a", "1")),
                        new TokenInfoSet("T1", 1, Map.of("b", "2"))))
                .isEqualTo(Map.of("info", change(Map.of("a", "1"), Map.of("a", "1", "b", "2"))));
        assertThat(lastOf(new TokenInfoRemoved("T1", 1, List.of("a"))))
                .isEqualTo(Map.of("info", change(Map.of("a", "1", "b", "2"), Map.of("b", "2"))));
    }

    @Test
    void otherPinsAreChangesThatDoNotShowThem() {
        assertThat(lastOf(Facts.enrolled(1, "T1"), new UserPinChanged("T1", 1, Facts.SEED)))
                .isEqualTo(Map.of("userPin", change(null, "***")));
        assertThat(lastOf(new SecurityOfficerPinChanged("T1", 1, Facts.SEED)))
                .isEqualTo(Map.of("officerPin", change(null, "***")));
    }

    @Test
    void whatANewEnrolmentLeavesOpenStays() {
        Map<String, Difference> changed = lastOf(
                Facts.enrolled(1, "T1", Facts.CORNELIUS, List.of("realm1"), Map.of("a", "1")),
                new OtpAccepted("T1", 1, 0, 0, StateChange.counter(5L)),
                new TokenReenrolled(
                        "T1",
                        1,
                        8,
                        null,
                        null,
                        null,
                        10,
                        10,
                        1000,
                        "",
                        TypeState.of(0L, Map.of("c", 3)),
                        Map.of("b", "2"),
                        null,
                        List.of("realm1")));

        assertThat(changed)
                .containsEntry("otpLength", change(6, 8))
                .containsEntry("counter", change(5L, 0L))
                .containsEntry("info", change(Map.of("a", "1"), Map.of("a", "1", "b", "2", "c", "3")))
                .doesNotContainKeys("owner", "description", "pinHash", "realms", "type");
    }

    @Test
    void aDeletedTokenHasNothingAnyMore() {
        assertThat(lastOf(Facts.enrolled(1, "T1"), new TokenDeleted("T1", 1)))
                .containsEntry("serial", change("T1", null))
                .allSatisfy(
                        (field, difference) -> assertThat(difference.after()).isNull());
    }
}
