package org.symbolon.projections.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

class TokenFigureTest {

    private static final TokenOwner OTHER = new TokenOwner("passwd", "1001", "realm1");

    private static TokenEnrolled enrolled(int id, String kind, TokenOwner owner) {
        return Facts.enrolled(id, "T" + id, owner, List.of(), Map.of("tokenkind", kind));
    }

    /** The changes in their order: tokens, hardware, software, unassigned hardware, assigned tokens, users. */
    private static List<String> changes(int size, Object... events) {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(events)
                    .projectTrailing(size, List.of(), new TokenCountProjection(database.jdbc()));
            return database.jdbc()
                    .query(
                            """
                            select concat_ws(' ', tokens, hardware, software, unassigned_hardware, assigned, users)
                            from statistics_change order by time
                            """,
                            (row, number) -> row.getString(1));
        }
    }

    private static void assertChanges(List<String> expected, Object... events) {
        assertThat(changes(500, events)).as("in one batch").isEqualTo(expected);
        assertThat(changes(1, events)).as("one by one").isEqualTo(expected);
    }

    @Test
    void tokensAreCountedByTheirKind() {
        assertChanges(
                List.of("1 1 0 1 0 0", "1 0 1 0 0 0", "1 0 0 0 0 0", "0 1 -1 1 0 0", "0 -1 0 -1 0 0"),
                enrolled(1, "hardware", null),
                enrolled(2, "software", null),
                Facts.enrolled(3, "T3"),
                new TokenInfoSet("T2", 2, Map.of("tokenkind", "hardware")),
                new TokenInfoSet("T2", 2, Map.of("colour", "red")),
                new TokenInfoRemoved("T1", 1, List.of("colour")),
                new TokenInfoRemoved("T1", 1, List.of("tokenkind")));
    }

    @Test
    void hardwareThatGetsAnOwnerIsNoLongerUnassigned() {
        assertChanges(
                List.of("1 1 0 1 0 0", "0 0 0 -1 1 1", "0 0 0 1 -1 -1"),
                enrolled(1, "hardware", null),
                new TokenAssigned("T1", 1, Facts.CORNELIUS),
                new TokenUnassigned("T1", 1));
    }

    @Test
    void aUserIsCountedOnceHoweverManyEnabledTokensHeHas() {
        assertChanges(
                List.of("1 0 1 0 1 1", "1 0 1 0 1 0", "0 0 0 0 0 -1", "0 0 0 0 0 1", "-1 0 -1 0 -1 -1"),
                enrolled(1, "software", Facts.CORNELIUS),
                enrolled(2, "software", Facts.CORNELIUS),
                new TokenDisabled("T1", 1),
                new TokenDisabled("T1", 1),
                new TokenRevoked("T2", 2),
                new TokenEnabled("T1", 1),
                new TokenDeleted("T1", 1));
    }

    @Test
    void aTokenThatChangesHandsMovesItsUser() {
        assertChanges(
                List.of("1 0 1 0 1 1", "1 0 1 0 1 1", "0 0 0 0 0 -1"),
                enrolled(1, "software", Facts.CORNELIUS),
                enrolled(2, "software", OTHER),
                new TokenAssigned("T2", 2, Facts.CORNELIUS));
    }

    @Test
    void realmsDoNotMakeAnotherUser() {
        assertChanges(
                List.of("1 0 1 0 1 1", "1 0 1 0 1 0"),
                enrolled(1, "software", OTHER),
                enrolled(2, "software", new TokenOwner("passwd", "1001", "realm2")));
    }

    @Test
    void anotherEnrolmentKeepsWhatItDoesNotName() {
        assertChanges(
                List.of("1 0 1 0 1 1"), enrolled(1, "software", OTHER), reenrolled(Map.of("colour", "red"), null));
        assertChanges(
                List.of("1 0 1 0 0 0", "0 1 -1 0 1 1"),
                enrolled(1, "software", null),
                reenrolled(Map.of("tokenkind", "hardware"), OTHER));
    }

    private static TokenReenrolled reenrolled(Map<String, String> info, TokenOwner owner) {
        return new TokenReenrolled(
                "T1", 1, 6, Facts.SEED, null, null, 10, 10, 1000, "", TypeState.EMPTY, info, owner, List.of());
    }

    @Test
    void whatIsNotThereChangesNothing() {
        assertChanges(
                List.of(),
                new TokenAssigned("T1", 1, OTHER),
                new TokenEnabled("T1", 1),
                new TokenInfoSet("T1", 1, Map.of("tokenkind", "hardware")),
                new TokenDeleted("T1", 1));
    }
}
