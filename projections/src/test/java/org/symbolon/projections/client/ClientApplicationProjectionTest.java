package org.symbolon.projections.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class ClientApplicationProjectionTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);

    @AfterEach
    void close() {
        database.close();
    }

    private static RequestAnswered answered(String action) {
        return new RequestAnswered(
                action, true, null, null, null, null, null, null, null, null, null, Instant.EPOCH, Duration.ZERO, "1");
    }

    private void checkedBy(String address, String program, String node) {
        stream.as(Map.of("client", address, "userAgent", program, "node", node))
                .append(answered("POST /validate/check"));
    }

    private void tracking(String disabled) {
        stream.append(new SettingStored("DisableClientTracking", ConfigEntry.plain(disabled)));
    }

    private void project(int size) {
        stream.projectTrailing(size, List.of(), new ClientApplicationProjection(database.jdbc()));
    }

    private static String row(long first, long last, String address, String program, String node) {
        LocalDateTime seen = LocalDateTime.ofInstant(EventStream.timeOf(last), ZoneOffset.UTC);
        return "{clienttype=%s, hostname=null, id=%d, ip=%s, lastseen=%s, node=%s}"
                .formatted(program, first * 1024, address, seen.toString().replace('T', ' '), node);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void eachClientHasARowForEachNodeWithWhenItWasSeenLast(int size) {
        checkedBy("10.0.0.1", "VPN/1", "node1");
        checkedBy("10.0.0.1", "VPN/2", "node1");
        checkedBy("10.0.0.1", "VPN/1", "node2");
        checkedBy("10.0.0.2", "VPN/1", "node1");
        checkedBy("10.0.0.1", "VPN/1", "node1");
        project(size);
        assertThat(database.rows("clientapplication"))
                .containsExactlyInAnyOrder(
                        row(1, 5, "10.0.0.1", "VPN/1", "node1"),
                        row(2, 2, "10.0.0.1", "VPN/2", "node1"),
                        row(3, 3, "10.0.0.1", "VPN/1", "node2"),
                        row(4, 4, "10.0.0.2", "VPN/1", "node1"));
    }

    @Test
    void onlyChecksOfLogInsCount() {
        stream.as(Map.of("client", "10.0.0.1", "userAgent", "VPN/1", "node", "node1"))
                .append(
                        answered("POST /auth"),
                        answered("GET /validate/polltransaction"),
                        answered("GET /token/"),
                        answered("GET /validate/samlcheck"));
        project(500);
        assertThat(database.rows("clientapplication")).containsExactly(row(4, 4, "10.0.0.1", "VPN/1", "node1"));
    }

    @Test
    void aProgramWithoutANameIsUnknownAndALongOneCut() {
        stream.as(Map.of("client", "10.0.0.1", "node", "node1")).append(answered("GET /validate/check"));
        checkedBy("10.0.0.1", "x".repeat(254) + "\ud83d\ude00y", "node1");
        stream.as(Map.of("node", "node1")).append(answered("GET /validate/check"));
        project(500);
        assertThat(database.rows("clientapplication"))
                .containsExactlyInAnyOrder(
                        row(1, 1, "10.0.0.1", "unknown", "node1"),
                        row(2, 2, "10.0.0.1", "x".repeat(254) + "\ud83d\ude00", "node1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 500})
    void nothingIsKeptWhileTrackingIsDisabledWhenThatHappened(int size) {
        checkedBy("10.0.0.1", "before", "node1");
        tracking("True");
        checkedBy("10.0.0.1", "while", "node1");
        checkedBy("10.0.0.1", "before", "node1");
        tracking("False");
        checkedBy("10.0.0.1", "between", "node1");
        tracking("1");
        checkedBy("10.0.0.1", "again", "node1");
        stream.append(new SettingDeleted("OtherSetting"));
        checkedBy("10.0.0.1", "still", "node1");
        stream.append(new SettingDeleted("DisableClientTracking"));
        checkedBy("10.0.0.1", "after", "node1");
        project(size);
        assertThat(database.rows("clientapplication"))
                .containsExactlyInAnyOrder(
                        row(1, 1, "10.0.0.1", "before", "node1"),
                        row(6, 6, "10.0.0.1", "between", "node1"),
                        row(12, 12, "10.0.0.1", "after", "node1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500})
    void whoeverCallsHimselfManyThingsGetsOneRowForAllButTheFirst(int size) {
        for (int number = 1; number <= 30; number++) {
            checkedBy("10.0.0.1", "liar/" + number, "node1");
        }
        checkedBy("10.0.0.1", "liar/1", "node1");
        checkedBy("10.0.0.2", "VPN/1", "node1");
        project(size);
        assertThat(database.rows("clientapplication"))
                .hasSize(22)
                .contains(
                        row(1, 31, "10.0.0.1", "liar/1", "node1"),
                        row(20, 20, "10.0.0.1", "liar/20", "node1"),
                        row(21, 30, "10.0.0.1", "other programs", "node1"),
                        row(32, 32, "10.0.0.2", "VPN/1", "node1"));
    }

    @Test
    void clientsBeyondAllMeasureAreCountedOnly() {
        database.jdbc()
                .update(
                        """
                        insert into clientapplication (id, ip, clienttype, node)
                        select -number, 'address ' || number, 'VPN', 'node1' from generate_series(1, 9999) as number
                        """);
        checkedBy("10.0.0.1", "VPN/1", "node1");
        checkedBy("10.0.0.2", "VPN/1", "node1");
        checkedBy("10.0.0.3", "VPN/1", "node1");
        checkedBy("10.0.0.1", "VPN/1", "node1");
        project(500);
        assertThat(database.rows("clientapplication"))
                .hasSize(10_000)
                .contains(row(1, 4, "10.0.0.1", "VPN/1", "node1"));
        assertThat(database.rows("client_tracking")).containsExactly("{disabled=false, id=1, left_out=2}");
    }
}
