package org.symbolon.projections.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.CounterChanged;
import org.symbolon.events.token.FailCounterRaised;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

class TokenCounterProjectionTest {

    private static final OtpRejected FULL =
            new OtpRejected("HOTP1", 7, OtpRejected.Reason.WRONG_OTP, 10, 10, StateChange.NONE);
    private static final FailLimitReached REACHED = new FailLimitReached("HOTP1", 7);

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final TokenProjection inline = new TokenProjection(database.jdbc());
    private final TokenCounterProjection trailing = new TokenCounterProjection(database.jdbc());

    @BeforeEach
    void enrol() {
        after(Facts.enrolled(
                7, "HOTP1", null, List.of(), Map.of("hashlib", "sha1"), TypeState.of(0L, Map.of("timeShift", "0"))));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void after(Object... events) {
        stream.append(events).projectInline(inline).projectTrailing(500, List.of(), trailing);
    }

    private Map<String, String> info() {
        Map<String, String> info = new TreeMap<>();
        database.jdbc().query("select \"Key\", \"Value\" from tokeninfo", row -> {
            info.put(row.getString(1), row.getString(2));
        });
        return info;
    }

    private void assertCounters(long count, int failCount) {
        assertThat(database.jdbc().queryForMap("select count, failcount from token"))
                .containsEntry("count", count)
                .containsEntry("failcount", failCount);
    }

    @Test
    void anInitialTimeShiftIsWritten() {
        assertThat(info()).containsOnly(Map.entry("hashlib", "sha1"), Map.entry("timeShift", "0"));
        assertCounters(0, 0);
    }

    @Test
    void anAcceptedLogInMovesTheCounterAndEmptiesTheFailCounter() {
        after(FULL, REACHED, new OtpAccepted("HOTP1", 7, 11, 3, StateChange.of(42L, Map.of("timeShift", "-30"))));
        assertCounters(42, 0);
        assertThat(info())
                .containsOnly(
                        Map.entry("hashlib", "sha1"),
                        Map.entry("timeShift", "-30"),
                        Map.entry("count_auth", "11"),
                        Map.entry("count_auth_success", "3"),
                        Map.entry("last_auth", "2026-11-24 12:34:47.537961+00:00"));
    }

    @Test
    void anAcceptedLogInWithoutCounterLeavesTheCounter() {
        after(
                new OtpAccepted("HOTP1", 7, 0, 0, StateChange.counter(42L)),
                new OtpAccepted("HOTP1", 7, 0, 0, StateChange.NONE));
        assertCounters(42, 0);
        assertThat(info()).containsOnlyKeys("hashlib", "timeShift", "last_auth");
    }

    @Test
    void aCounterThatAFileSaysIsWritten() {
        after(
                new OtpRejected("HOTP1", 7, OtpRejected.Reason.WRONG_PIN, 3, 0, StateChange.NONE),
                new CounterChanged("HOTP1", 7, 12));
        assertCounters(12, 3);
    }

    @Test
    void aRejectedLogInIsCounted() {
        after(new OtpRejected("HOTP1", 7, OtpRejected.Reason.WRONG_PIN, 3, 5, StateChange.of(Map.of("otp1c", "17"))));
        assertCounters(0, 3);
        assertThat(info()).containsEntry("count_auth", "5").containsEntry("otp1c", "17");
    }

    @Test
    void aRejectedLogInThatIsNotCountedLeavesTheNumberOfAttempts() {
        after(FULL, new OtpRejected("HOTP1", 7, OtpRejected.Reason.WRONG_PIN, 3, 0, StateChange.NONE));
        assertThat(info()).containsEntry("count_auth", "10");
    }

    @Test
    void aRaisedFailCounterLeavesEverythingElse() {
        after(
                new OtpAccepted("HOTP1", 7, 0, 0, StateChange.counter(42L)),
                new FailCounterRaised("HOTP1", 7, 1),
                new ChallengeRequested("HOTP1", 7, null, StateChange.NONE));
        assertCounters(42, 1);
        assertThat(info()).containsOnlyKeys("hashlib", "timeShift", "last_auth");
    }

    @Test
    void whatATypeForgetsIsRemoved() {
        Map<String, String> forgotten = new HashMap<>();
        forgotten.put("otp1c", null);
        forgotten.put("dueDate", null);
        after(
                new OtpRejected(
                        "HOTP1",
                        7,
                        OtpRejected.Reason.WRONG_OTP,
                        1,
                        0,
                        StateChange.of(Map.of("otp1c", "17", "dueDate", "1764000000"))),
                new OtpConsumed("HOTP1", 7, null, StateChange.of(18L, forgotten)));
        assertThat(info()).containsOnlyKeys("hashlib", "timeShift");
    }

    @Test
    void aConsumedValueMovesTheCounterOnly() {
        after(FULL, REACHED, new OtpConsumed("HOTP1", 7, "expired", StateChange.of(5L, Map.of("timeShift", "60"))));
        assertCounters(5, 10);
        after(new OtpConsumed("HOTP1", 7, null, StateChange.NONE));
        assertCounters(5, 10);
        assertThat(info())
                .containsOnly(
                        Map.entry("hashlib", "sha1"),
                        Map.entry("timeShift", "60"),
                        Map.entry("count_auth", "10"),
                        Map.entry("failcounter_exceeded", "2026-11-24T12:34+0000"));
    }

    @Test
    void resynchronisationMovesTheCounter() {
        after(FULL, new TokenResynchronised("HOTP1", 7, StateChange.of(99L, Map.of("timeShift", "90"))));
        assertCounters(99, 10);
        assertThat(info()).containsEntry("timeShift", "90");
    }

    @Test
    void theFailCounterIsEmptiedByResetAssignmentAndUnassignment() {
        for (Object event : List.of(
                new FailCounterReset("HOTP1", 7),
                new TokenAssigned("HOTP1", 7, Facts.CORNELIUS),
                new TokenUnassigned("HOTP1", 7))) {
            after(FULL, REACHED);
            assertThat(info()).containsKey("failcounter_exceeded");
            after(event);
            assertCounters(0, 0);
            assertThat(info()).doesNotContainKey("failcounter_exceeded").containsEntry("count_auth", "10");
        }
    }

    @Test
    void reenrolmentBeginsTheCountersAnew() {
        after(new OtpAccepted("HOTP1", 7, 4, 2, StateChange.counter(42L)), FULL, REACHED);
        after(new TokenReenrolled(
                "HOTP1",
                7,
                6,
                Facts.SEED,
                null,
                null,
                10,
                10,
                1000,
                "",
                TypeState.of(0L, Map.of("timeShift", "7")),
                Map.of("hashlib", "sha1"),
                null,
                List.of()));
        assertCounters(0, 0);
        assertThat(info())
                .doesNotContainKey("failcounter_exceeded")
                .containsEntry("timeShift", "7")
                .containsEntry("count_auth", "10");
    }

    @Test
    void administratorsMayWriteAndRemoveTheseEntries() {
        after(new TokenInfoSet("HOTP1", 7, Map.of("count_auth", "1000", "colour", "blue")));
        assertThat(info()).containsEntry("count_auth", "1000").containsEntry("colour", "blue");
        after(new TokenInfoRemoved("HOTP1", 7, List.of("count_auth", "colour")));
        assertThat(info()).containsOnlyKeys("hashlib", "timeShift");
    }

    @Test
    void aLateUpdateCannotTouchANewTokenUnderTheSameSerial() {
        stream.append(
                        new OtpAccepted("HOTP1", 7, 4, 2, StateChange.counter(42L)),
                        new TokenDeleted("HOTP1", 7),
                        Facts.enrolled(8, "HOTP1"))
                .projectInline(inline)
                .projectTrailing(1, List.of(), trailing);
        assertCounters(0, 0);
        assertThat(info()).isEmpty();
    }

    @Test
    void anEntryKeepsItsNumberUntilItIsRemoved() {
        after(
                new TypeStateAdjusted("HOTP1", 7, StateChange.of(Map.of("otp1c", 1))),
                new OtpRejected("HOTP1", 7, OtpRejected.Reason.WRONG_OTP, 1, 0, StateChange.of(Map.of("otp1c", 2))),
                new TypeStateAdjusted("HOTP1", 7, StateChange.NONE.without("timeShift")),
                new OtpRejected(
                        "HOTP1",
                        7,
                        OtpRejected.Reason.WRONG_OTP,
                        2,
                        1,
                        StateChange.of(Map.of("a", 1, "timeShift", "3"))));
        assertThat(database.jdbc().queryForList("select \"Key\" || '=' || id from tokeninfo order by id", String.class))
                .containsExactly(
                        "hashlib=" + 1024,
                        "otp1c=" + 2 * 1024,
                        "a=" + 5 * 1024,
                        "count_auth=" + (5 * 1024 + 1),
                        "timeShift=" + (5 * 1024 + 2));
    }

    @Test
    void whatATypeKeepsIsShownAsPeopleReadItButNoSecret() {
        after(new ChallengeRequested(
                "HOTP1", 7, null, StateChange.of(5L, Map.of("locked", true, "timeStep", 60, "pubKey", Facts.SEED))));
        assertThat(info())
                .containsEntry("locked", "True")
                .containsEntry("timeStep", "60")
                .containsEntry("pubKey", "__CENSORED__");
        assertThat(database.rows("tokeninfo")).anyMatch(row -> row.contains("Key=pubKey, Type=password"));
        assertThat(database.rows("token")).anyMatch(row -> row.contains("count=5"));
    }

    @Test
    void aNulCannotStopTheProjector() {
        after(new TypeStateAdjusted("HOTP1", 7, StateChange.of(Map.of("otp1c", "a\u0000b"))));
        assertThat(info()).containsEntry("otp1c", "a\uFFFDb");
    }
}
