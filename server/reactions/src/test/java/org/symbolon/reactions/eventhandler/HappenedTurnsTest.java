package org.symbolon.reactions.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings;

/** What cannot be told is not forgotten, and not tried for ever. Here nobody answers what a telling needs to know. */
class HappenedTurnsTest {

    private static final DomainEventMessage<TokenDeleted> DELETED =
            new GenericDomainEventMessage<>("Token", "token/A", 0, new TokenDeleted("A", 1));
    private static final UntoldHappenings.Place PLACE = new UntoldHappenings.Place("token/A", 0);

    private final Journal journal = new Journal();
    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final QueryDispatcher nobody = new QueryDispatcher(DefaultQueryGateway.builder()
            .queryBus(SimpleQueryBus.builder().build())
            .build());
    private final HappenedTurns turns =
            new HappenedTurns(() -> null, new HappenedFacts(null, nobody, ""), null, journal, store);

    /** Says what was written, and fails as long as the database is away. */
    private static final class Journal implements UntoldHappenings {

        private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
        private final List<Orphan> orphans = new ArrayList<>();
        private volatile boolean away;

        private void write(String entry) {
            if (away) {
                written.add("failed");
                throw new IllegalStateException("The database is away");
            }
            written.add(entry);
        }

        String next() throws InterruptedException {
            return written.poll(20, TimeUnit.SECONDS);
        }

        @Override
        public void note(Place place) {
            write("noted " + place.sequence());
        }

        @Override
        public void told(Place place) {
            write("told " + place.sequence());
        }

        @Override
        public void giveBack(Place place) {
            write("given back " + place.sequence());
        }

        @Override
        public List<Orphan> takeOver(int most) {
            return List.copyOf(orphans);
        }
    }

    @BeforeEach
    void start() {
        store.publish(DELETED);
        turns.start();
    }

    @AfterEach
    void stop() {
        turns.stop();
    }

    private static Happened deleted() {
        return Happened.of(DELETED).orElseThrow();
    }

    @Test
    void whatCannotBeToldIsGivenBack() throws Exception {
        turns.take(List.of(deleted()));

        assertThat(journal.next()).isEqualTo("given back 0");
    }

    @Test
    void whatWasLeftBehindIsReadAgainAndTheFifthAttemptIsTheLast() throws Exception {
        journal.orphans.add(new UntoldHappenings.Orphan(PLACE, 4));
        turns.takeOver();
        assertThat(journal.next()).isEqualTo("given back 0");

        journal.orphans.set(0, new UntoldHappenings.Orphan(PLACE, 5));
        turns.takeOver();
        assertThat(journal.next()).isEqualTo("told 0");
    }

    @Test
    void whatCannotBeWrittenIsWrittenWithTheNextLook() throws Exception {
        journal.away = true;
        turns.take(List.of(deleted()));
        assertThat(journal.next()).isEqualTo("failed");

        journal.away = false;
        // The entry is kept once it has failed, which the thread of the turns does a moment later.
        while (journal.written.isEmpty()) {
            turns.takeOver();
            Thread.onSpinWait();
        }
        assertThat(journal.next()).isEqualTo("given back 0");
    }
}
