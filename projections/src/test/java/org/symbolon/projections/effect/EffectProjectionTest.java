package org.symbolon.projections.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.effect.EffectAttemptFailed;
import org.symbolon.events.effect.EffectCarriedOut;
import org.symbolon.events.effect.EffectCause;
import org.symbolon.events.effect.EffectDropped;
import org.symbolon.events.effect.EffectGivenUp;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.events.effect.EffectRetried;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class EffectProjectionTest {

    private static final Instant NEXT = Instant.parse("2026-11-24T12:40:00Z");
    private static final int SECONDS_OF_A_WEEK = 7 * 24 * 3600;

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);

    @AfterEach
    void close() {
        database.close();
    }

    private static EffectPlanned planned(String effectId) {
        return new EffectPlanned(
                effectId,
                "mail",
                Map.of("server", "intern"),
                Map.of("body", new Sealed("key", "c2VhbGVk")),
                new EffectCause("PIEM0001", "0123"),
                true,
                NEXT);
    }

    private void project(int size) {
        stream.projectTrailing(size, List.of(), new EffectProjection(database.jdbc()));
    }

    private List<String> column(String name) {
        return database.jdbc().queryForList("select cast(" + name + " as text) from effect order by id", String.class);
    }

    @Test
    void whatIsPlannedIsOutstandingAndShowsNothingOfItsContent() {
        stream.append(planned("one"));
        project(500);

        assertThat(database.rows("effect"))
                .containsExactly(
                        "{attempts=0, awaited=true, effect_id=one, ended=null, handler=null, id=1024, kind=mail,"
                                + " next_attempt=2026-11-24 12:34:44.537961, planned=2026-11-24 12:34:44.537961, reason=null,"
                                + " serial=PIEM0001, state=outstanding, transaction_id=0123,"
                                + " useful_until=2026-11-24 12:40:00.0}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void anEffectIsFollowedToItsEnd(int size) {
        stream.append(
                planned("done"),
                planned("given up"),
                planned("failed"),
                new EffectAttemptFailed("done", 1, "nobody answered", NEXT),
                new EffectCarriedOut("done"),
                new EffectGivenUp("given up", 3, "no such\u0000 recipient"),
                new EffectAttemptFailed("failed", 2, "x".repeat(300), NEXT));
        project(size);

        assertThat(column("state")).containsExactly("carried out", "given up", "outstanding");
        assertThat(column("attempts")).containsExactly("2", "3", "2");
        assertThat(column("reason")).containsExactly(null, "no such\ufffd recipient", "x".repeat(255));
        assertThat(column("next_attempt")).containsExactly(null, null, "2026-11-24 12:40:00");
        assertThat(column("ended")).containsExactly("2026-11-24 12:34:48.537961", "2026-11-24 12:34:49.537961", null);
    }

    private static EffectPlanned plannedByHandler(String effectId) {
        return new EffectPlanned(effectId, "webhook", Map.of("handler", "3"), Map.of(), EffectCause.NONE, false, null);
    }

    @Test
    void whatAHandlerCausedIsKeptWhenItIsGivenUpUntilItIsRetriedOrDropped() {
        stream.append(
                plannedByHandler("kept"),
                plannedByHandler("retried"),
                plannedByHandler("dropped"),
                new EffectGivenUp("kept", 1, "refused"),
                new EffectGivenUp("retried", 1, "refused"),
                new EffectGivenUp("dropped", 1, "refused"),
                new EffectRetried("retried"),
                new EffectDropped("dropped"));
        project(500);
        new EffectProjection(database.jdbc()).on(planned("later"), EventStream.timeOf(2 * SECONDS_OF_A_WEEK), 99);

        assertThat(column("effect_id")).containsExactlyInAnyOrder("kept", "retried", "later");
        assertThat(database.jdbc().queryForList("select state from effect where handler = 3 order by id", String.class))
                .containsExactly("given up", "outstanding");
    }

    @Test
    void whatEndedIsForgottenAWeekLaterAndWhatIsOutstandingIsNot() {
        stream.append(planned("ended"), planned("outstanding"), new EffectCarriedOut("ended"));
        project(500);
        EffectProjection projection = new EffectProjection(database.jdbc());

        projection.on(planned("just in time"), EventStream.timeOf(3 + SECONDS_OF_A_WEEK), 10);
        assertThat(column("effect_id")).containsExactly("ended", "outstanding", "just in time");

        projection.on(planned("later"), EventStream.timeOf(4 + SECONDS_OF_A_WEEK), 11);
        assertThat(column("effect_id")).containsExactly("outstanding", "just in time", "later");
    }
}
