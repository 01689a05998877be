package org.symbolon.projections.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.projections.shared.UnreadableEvent.Reason;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class UnreadableEventsTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();

    @AfterEach
    void close() {
        Staleness.forget();
        database.close();
    }

    @Test
    void whatItSaysHasNothingThatBreaksALogOrATerminal() {
        UnreadableEvent event = event("token/A\n2026 ERROR \u001b[31m", 3, Reason.CHANGED);

        assertThat(event.sentence())
                .isEqualTo("Event 7, the TokenDisabled with the identifier id, number 3 of token/A?2026 ERROR ?[31m,"
                        + " cannot be used: it is not what this server has stored.");
    }

    private static UnreadableEvent event(String aggregate, long sequence, Reason reason) {
        return new UnreadableEvent(7, "id", aggregate, sequence, "TokenDisabled", reason, "");
    }

    @Test
    void anAggregateWithoutAnEventIsNotGoneOnWithUnlessThatWasLeftOut() {
        assertThat(event("token/A", 3, Reason.MALFORMED).hidesWhatFollows()).isTrue();
        assertThat(event("token/A", 3, Reason.LEFT_OUT).hidesWhatFollows()).isFalse();
        assertThat(event("token/A", 0, Reason.LEFT_OUT).hidesWhatFollows()).isTrue();
        assertThat(event("id", 0, Reason.MALFORMED).hidesWhatFollows()).isFalse();
    }

    @Test
    void whoeverDoesNotWaitIsToldHowFarTheModelsAre() {
        new EventStream(database).append(new AdminAdded("admin", "hash", null));

        assertThat(new TrailingModels(database.jdbc(), Duration.ZERO).await()).isFalse();

        assertThat(Staleness.taken()).contains(new Staleness(-1, 1, 0));
        assertThat(Staleness.taken()).isEmpty();
    }

    @Test
    void whoeverAsksModelsThatLackAnEventIsTold() {
        lack(false);

        assertThat(new TrailingModels(database.jdbc()).await()).isTrue();

        assertThat(Staleness.taken()).contains(new Staleness(-1, 0, 1));
    }

    @Test
    void whatWasLeftOutIsNotLacking() {
        lack(true);

        assertThat(new TrailingModels(database.jdbc()).await()).isTrue();

        assertThat(Staleness.taken()).isEmpty();
    }

    private void lack(boolean leftOut) {
        database.jdbc()
                .update(
                        "insert into unreadable_event values (7, 'id', 'token/A', 0, 'TokenEnrolled', '', ?, true)",
                        leftOut);
    }
}
