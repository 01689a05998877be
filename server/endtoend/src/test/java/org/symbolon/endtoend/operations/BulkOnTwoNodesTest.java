package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.symbolon.endtoend.harness.ApiClient;

/** A node dies amidst of what it does to many tokens, and the other one goes on: nothing is left out, and nothing done twice. */
class BulkOnTwoNodesTest extends TwoNodes {

    private static final int TOKENS = 100;
    private static final int SOME = 10;

    private static JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(
                database.access().url(),
                database.access().username(),
                database.access().password()));
    }

    private static Map<String, Object> awaited(ApiClient client, String id, Predicate<Map<String, Object>> condition) {
        Instant end = Instant.now().plus(PATIENCE);
        Map<String, Object> progress = client.get("/token/bulk/" + id).valueMap();
        while (!condition.test(progress)) {
            assertThat(Instant.now()).as(progress.toString()).isBefore(end);
            LockSupport.parkNanos(5_000_000);
            progress = client.get("/token/bulk/" + id).valueMap();
        }
        return progress;
    }

    @Test
    void whatOneNodeDidNotDoTheOtherDoes() {
        String file = IntStream.range(0, TOKENS)
                .mapToObj(number -> "MANY%03d,3132333435363738393031323334353637383930".formatted(number))
                .collect(Collectors.joining("\n"));
        assertThat(here.upload("/token/load/many.csv", file, "type", "oathcsv").status())
                .isEqualTo(200);
        String id = there.post("/token/bulk", "action", "delete", "search", "{\"serial\": \"MANY*\"}")
                .valueMap()
                .get("id")
                .toString();

        awaited(here, id, progress -> (int) progress.get("done") >= SOME);
        second.kill();
        assertThat(here.get("/token/bulk/" + id).valueMap())
                .containsEntry("state", "running")
                .satisfies(progress -> assertThat((int) progress.get("open")).isPositive());
        assertThat(here.post("/token/bulk/" + id).status())
                .as("for half a minute nobody knows that the node is gone")
                .isEqualTo(400);
        database()
                .sql("update bulk_operation set held_until = now() where id = ?")
                .param(id)
                .update();
        assertThat(here.get("/token/bulk/" + id).valueMap()).containsEntry("state", "interrupted");
        assertThat(here.post("/token/bulk/" + id).status()).isEqualTo(200);

        assertThat(awaited(here, id, progress -> progress.get("state").equals("done")))
                .containsEntry("done", TOKENS)
                .containsEntry("refused", 0);
        assertThat(deletions()).isEqualTo(TOKENS);
        assertThat(here.get("/token/", "serial", "MANY*").rows("tokens")).isEmpty();
        bothAreUp();
    }

    /** As the stream has them. */
    private static int deletions() {
        return database()
                .sql("select count(*) from domain_event where payload_type = 'TokenDeleted'"
                        + " and aggregate_identifier like 'token/MANY%'")
                .query(Integer.class)
                .single();
    }
}
