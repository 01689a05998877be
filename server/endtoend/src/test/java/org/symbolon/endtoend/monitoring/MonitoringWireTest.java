package org.symbolon.endtoend.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.cli.eventcounter.EventCounters;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.monitoring.Statistics;
import org.symbolon.command.eventcounter.DecreaseEventCounter;
import org.symbolon.command.eventcounter.IncreaseEventCounter;
import org.symbolon.command.eventcounter.ResetEventCounter;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PartOfACommand;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.query.eventcounter.FindEventCounter;
import org.symbolon.query.monitoring.CountTokenFigures;
import org.symbolon.query.monitoring.TokenFigures;
import org.symbolon.query.sending.QueryDispatcher;

/** Statistics over the wire, and the counters that some of them come from. */
@WireTest
class MonitoringWireTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String BAD_TIME = "' must be a time as in 2026-11-24T12:34:00Z";

    private InProcessServer server;
    private ApiClient admin;
    private Path folder;

    @BeforeAll
    void prepare(InProcessServer shared, Path files) {
        server = shared;
        admin = shared.admin();
        folder = files;
    }

    private void record(String key, Instant moment, int value) {
        PartOfACommand.send(server, () -> {
            server.bean(org.symbolon.command.monitoring.Statistics.class).record(key, moment, value);
            return null;
        });
    }

    private void recordThree(String key) {
        record(key, NOON.plusSeconds(60), 2);
        record(key, NOON, 1);
        record(key, NOON.plusSeconds(120).plusNanos(123_456_789), 3);
    }

    @Test
    void figuresAreListedInTheOrderOfTheirMoments() {
        recordThree("wire-list");
        String all =
                """
                [['2026-11-24 12:00:00.000000+0000', 1], ['2026-11-24 12:01:00.000000+0000', 2],
                 ['2026-11-24 12:02:00.123456+0000', 3]]
                """;
        assertValue(admin.get("/monitoring/wire-list"), all);
        assertValue(admin.get("/monitoring/wire-list", "start", "2026-11-24T12:00:00Z", "end", "2027-01-01"), all);
        assertValue(
                admin.get("/monitoring/wire-list", "start", "2026-11-24 13:01:00+01:00", "end", "2026-11-24T12:01:00Z"),
                "[['2026-11-24 12:01:00.000000+0000', 2]]");
        assertValue(admin.get("/monitoring/wire-list", "start", "9999-12-31", "end", ""), "[]");
        assertValue(admin.get("/monitoring/wire-nothing"), "[]");
    }

    @Test
    void aTimeWithoutZoneIsTheServersOwn() {
        recordThree("wire-zone");
        String local = LocalDateTime.ofInstant(NOON.plusSeconds(60), ZoneId.systemDefault()) + ":00";
        assertValue(
                admin.get("/monitoring/wire-zone", "end", local),
                "[['2026-11-24 12:00:00.000000+0000', 1], ['2026-11-24 12:01:00.000000+0000', 2]]");
    }

    @Test
    void theNewestIsTheLast() {
        recordThree("wire-last");
        assertValue(admin.get("/monitoring/wire-last/last"), "3");
        assertValue(admin.get("/monitoring/wire-nothing/last"), "null");
    }

    @Test
    void keysAreListedOnce() {
        recordThree("wire-key");
        assertThat(keys()).contains("wire-key").doesNotHaveDuplicates();
    }

    private List<Object> keys() {
        return new ArrayList<>((List<?>) admin.get("/monitoring/").value());
    }

    @Test
    void oneMomentHasOneFigure() {
        record("wire-twice", NOON, 1);
        record("wire-twice", NOON, 2);
        assertValue(admin.get("/monitoring/wire-twice"), "[['2026-11-24 12:00:00.000000+0000', 1]]");
    }

    @Test
    void figuresAreDeletedByTheirMoments() {
        recordThree("wire-delete");
        assertValue(admin.delete("/monitoring/wire-delete?start=2026-11-24T12:01:00Z&end=2026-11-24T12:01:00Z"), "1");
        assertValue(
                admin.get("/monitoring/wire-delete"),
                "[['2026-11-24 12:00:00.000000+0000', 1], ['2026-11-24 12:02:00.123456+0000', 3]]");
        assertValue(admin.delete("/monitoring/wire-delete"), "2");
        assertValue(admin.delete("/monitoring/wire-delete"), "0");
        assertValue(admin.delete("/monitoring/wire-nothing"), "0");
        assertThat(keys()).doesNotContain("wire-delete");
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertRefusal(
                admin.get("/monitoring/wire-list", "start", "yesterday"),
                400,
                905,
                "ERR905: Parameter 'start" + BAD_TIME);
        assertRefusal(
                admin.delete("/monitoring/wire-list?end=13/13/26"), 400, 905, "ERR905: Parameter 'end" + BAD_TIME);
    }

    @Test
    void usersWithATokenAreCountedOnce() {
        Path passwd = PasswdFile.write(folder, 3);
        admin.post("/resolver/monitored", "type", "passwdresolver", "fileName", passwd.toString());
        admin.post("/realm/monitored", "resolvers", "monitored");
        enrol("MON1", "hotp", "user1");
        enrol("MON2", "totp", "user1");
        enrol("MON3", "hotp", "user2");
        admin.post("/token/disable/MON3");

        assertValue(users("realm", "monitored"), "2");
        assertValue(users("realm", "Monitored", "active", "true"), "1");
        assertValue(users("realm", "monitored", "active", "True"), "1");
        assertValue(users("realm", "monitored", "type", "totp", "active", "true"), "1");
        assertValue(users("realm", "monitored", "type", "totp", "active", "false"), "0");
        assertValue(users("realm", "nowhere"), "0");
        assertThat((Integer) users().value()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void figuresOfAnyMomentAreKnownAndLoginsAreCounted() {
        Statistics statistics = server.bean(Statistics.class);
        Instant before = Instant.now();
        long tokens = statistics.at(before).tokens();
        admin.post("/token/init", "type", "spass", "serial", "MON4", "pin", "monitored");
        admin.check("serial", "MON4", "monitored");
        admin.check("serial", "MON4", "wrong");

        assertThat(statistics.at(before).tokens()).isEqualTo(tokens);
        assertThat(statistics.at(Instant.now()).tokens())
                .isEqualTo(server.bean(QueryDispatcher.class)
                        .ask(new CountTokenFigures(), TokenFigures.class)
                        .tokens());
        assertThat(statistics.logins(before, Instant.now().plusSeconds(1), Duration.ofHours(1)))
                .anySatisfy(count -> assertThat(count.type() + count.outcome()).isEqualTo("spassaccepted"));
    }

    private void enrol(String serial, String type, String user) {
        Answer answer = admin.post(
                "/token/init", "type", type, "serial", serial, "genkey", "1", "user", user, "realm", "monitored");
        assertThat(answer.status()).isEqualTo(200);
    }

    private Answer users(String... parameters) {
        return admin.get("/stats/current/users_with_token", parameters);
    }

    @Test
    void onlyAdministratorsSeeThem() {
        for (String path : List.of("/monitoring/", "/monitoring/a", "/monitoring/a/last")) {
            assertThat(server.anonymous().get(path).status()).isEqualTo(401);
        }
        assertThat(server.anonymous().get("/stats/current/users_with_token").status())
                .isEqualTo(401);
        assertThat(server.anonymous().delete("/monitoring/a").status()).isEqualTo(401);
    }

    @Test
    void countersOfManyNodesNeverLoseACountNorFallBelowZero() throws Exception {
        CommandSender commands = server.bean(CommandSender.class);
        commands.sendAs("test", new ResetEventCounter("wire-count", "node0"));
        assertThat(atOnce(
                        24, turn -> commands.sendAs("test", new IncreaseEventCounter("wire-count", "node" + turn % 3))))
                .isEqualTo(24);
        assertThat(counted("wire-count")).isEqualTo(24);

        atOnce(30, turn -> {
            commands.sendAs("test", new DecreaseEventCounter("wire-count", "node" + turn % 3, false));
            assertThat(counted("wire-count")).isNotNegative();
        });
        assertThat(counted("wire-count")).isZero();

        commands.sendAs("test", new DecreaseEventCounter("wire-count", "node1", true));
        assertThat(counted("wire-count")).isEqualTo(-1);
    }

    @Test
    void theCommandLineSeesAndCorrectsCounters() {
        EventCounters counters = server.bean(EventCounters.class);

        assertThat(counters.increase("by-hand")).isEqualTo(1);
        assertThat(counters.decrease("by-hand", false)).isZero();
        assertThat(counters.decrease("by-hand", true)).isEqualTo(-1);
        assertThat(counters.list()).contains(new EventCounters.Counter("by-hand", -1));
        counters.reset("by-hand");

        assertThat(counters.list()).contains(new EventCounters.Counter("by-hand", 0));
        assertThatThrownBy(() -> counters.increase("n".repeat(81)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("80");
        assertThat(admin.get("/history/eventcounter/by-hand").body()).contains("command line");
    }

    private long counted(String name) {
        return server.bean(QueryDispatcher.class)
                .find(new FindEventCounter(name), Long.class)
                .orElseThrow();
    }

    private interface Turn {
        void take(int turn);
    }

    private static int atOnce(int turns, Turn turn) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int number = 0; number < turns; number++) {
                int current = number;
                futures.add(threads.submit(() -> turn.take(current)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
            return futures.size();
        } finally {
            threads.shutdownNow();
        }
    }
}
