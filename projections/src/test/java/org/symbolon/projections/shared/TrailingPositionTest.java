package org.symbolon.projections.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.events.admin.AdminEvent;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class TrailingPositionTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final TrailingPosition guard = new TrailingPosition(database.jdbc());
    private final Recorder recorder = new Recorder();

    @AfterEach
    void close() {
        database.close();
    }

    private EventStream appended(int count) {
        for (int i = 0; i < count; i++) {
            stream.append(new AdminAdded("admin" + i, "hash", null));
        }
        return stream;
    }

    @Test
    void thePositionIsThatOfTheLastEvent() {
        appended(5).projectTrailing(2, List.of(guard), recorder);
        assertThat(database.rows("projection_position")).containsExactly("{name=trailing, position=5}");
        assertThat(recorder.positions).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whatWasHandledIsNotHandledAgain() {
        appended(5).projectTrailing(2, List.of(guard), recorder);
        appended(2).rebuild(4, List.of(guard), recorder);
        assertThat(recorder.positions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void aQueryWaitsUntilTheModelsHaveComeSoFar() throws Exception {
        appended(3).projectTrailing(10, List.of(guard), recorder);
        JdbcTemplate other = new JdbcTemplate(database.anotherConnection());
        assertThat(new TrailingModels(other).await()).isTrue();

        appended(1);
        assertThat(new TrailingModels(other, Duration.ofMillis(50)).await()).isFalse();

        ExecutorService executor = Executors.newSingleThreadExecutor();
        Future<Boolean> waiting = executor.submit(() -> new TrailingModels(other).await());
        stream.projectTrailing(10, List.of(guard), recorder);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
        executor.shutdown();
    }

    @Test
    void anEmptyStreamNeedsNoWaiting() {
        assertThat(new TrailingModels(database.jdbc(), Duration.ZERO).await()).isTrue();
    }

    static final class Recorder {

        private final List<Long> positions = new ArrayList<>();

        @EventHandler
        public void on(AdminEvent event, @Position long position) {
            positions.add(position);
        }
    }
}
