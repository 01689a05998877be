package org.symbolon.endtoend.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.servlet.Farewell;
import org.symbolon.api.kernel.servlet.ManagementPort;
import org.symbolon.app.metrics.StoreGauges;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CapturedOutput;
import org.symbolon.endtoend.harness.InProcessServer;

/** A server with everything on by which one sees how it is: a port for watchers, traces, an access log, slow statements named. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManagementTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private static Path folder;

    private static final BlockingQueue<String> TRACES = new LinkedBlockingQueue<>();
    private static HttpServer collector;
    private static CapturedOutput output;
    private static InProcessServer server;
    private static ApiClient watcher;

    @BeforeAll
    static void start() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            TRACES.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        output = new CapturedOutput();
        server = InProcessServer.start(
                folder.resolve("data"),
                "--symbolon.management.port=0",
                "--symbolon.metrics-networks=10.0.0.0/8",
                "--symbolon.traces.endpoint=http://127.0.0.1:"
                        + collector.getAddress().getPort() + "/v1/traces",
                "--symbolon.slow-statement=100ms",
                "--symbolon.access-log.directory=" + folder.resolve("access"));
        watcher = new ApiClient(server.bean(ManagementPort.class).number());
    }

    @AfterAll
    static void stop() {
        server.close();
        output.close();
        collector.stop(0);
    }

    @Test
    void theServersOwnPortTellsHowItIsWithoutDetailsAndLeavesNoRow() {
        long rows = requestsOnRecord();
        for (String probe : List.of("live", "started", "ready")) {
            Answer answer = server.anonymous().get("/health/" + probe);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(requestsOnRecord()).isEqualTo(rows);
        assertThat(server.anonymous().get("/metrics").status())
                .as("the networks of the setting do not hold this one")
                .isEqualTo(403);
    }

    private static long requestsOnRecord() {
        return server.jdbc()
                .sql("select count(*) from domain_event")
                .query(Long.class)
                .single();
    }

    @Test
    void thePortForWatchersAnswersThemAndNothingElse() {
        server.bean(StoreGauges.class).look();
        assertThat(watcher.get("/health/ready").json())
                .containsEntry("status", "UP")
                .containsEntry("unreadable_events", 0)
                .containsEntry("database", "there")
                .containsEntry("stopping", false);
        assertThat(Metrics.of(watcher).names()).contains("symbolon_stream_position", "jvm_memory_used_bytes");
        for (String path : List.of("/", "/token/", "/openapi.json", "/nosuch", "/validate/check")) {
            assertThat(watcher.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(watcher.post("/auth", "username", "admin", "password", "x").status())
                .isEqualTo(404);
    }

    /** The pool looks at itself once a second. */
    private static void awaitActiveConnections(int number) {
        long deadline = System.nanoTime() + AT_ONCE.toNanos();
        while (Metrics.of(watcher).value("hikaricp_connections_active{pool=\"symbolon\"}") != number) {
            assertThat(System.nanoTime()).as("connections in use are not told").isLessThan(deadline);
        }
    }

    @Test
    void neitherHealthNorMetricsNeedAConnectionToTheDatabase() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            while (server.pool().getHikariPoolMXBean().getActiveConnections()
                    < server.pool().getMaximumPoolSize()) {
                all.add(server.pool().getConnection());
            }
            long began = System.nanoTime();
            assertThat(server.anonymous().get("/health/ready").status()).isEqualTo(200);
            assertThat(watcher.get("/health/ready").status()).isEqualTo(200);
            assertThat(watcher.get("/metrics").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
            awaitActiveConnections(server.pool().getMaximumPoolSize());
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void aSlowStatementIsNamedWithoutItsParameters() {
        double before = Metrics.of(watcher).value("symbolon_statements_slow_total");

        server.jdbc()
                .sql("select pg_sleep(0.15) where ? <> ''")
                .param("parameter-of-it")
                .query()
                .listOfRows();

        assertThat(output.text())
                .containsPattern("A statement took \\d+ ms: select pg_sleep\\(0\\.15\\) where \\? <> ''")
                .doesNotContain("parameter-of-it");
        assertThat(Metrics.of(watcher).value("symbolon_statements_slow_total")).isGreaterThan(before);
    }

    @Test
    void aRequestAndItsStatementsArePartOfTheTraceThatTheClientBegan() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/validate/check?serial=SECRETSERIAL&pass=1"))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

        String sent = sentWith(bytes(TRACE));
        assertThat(sent)
                .contains("GET /validate/check", "insert into domain_event")
                .doesNotContain("SECRETSERIAL");
    }

    /** The span of the request comes last. */
    private static String sentWith(String trace) throws InterruptedException {
        StringBuilder sent = new StringBuilder();
        while (!sent.toString().contains("GET /validate/check")) {
            String batch = TRACES.poll(20, TimeUnit.SECONDS);
            assertThat(batch).as("traces in time").isNotNull();
            sent.append(batch.contains(trace) ? batch : "");
        }
        return sent.toString();
    }

    private static String bytes(String hexadecimal) {
        return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.ISO_8859_1);
    }

    @Test
    @Order(Order.DEFAULT + 1)
    void aServerThatGoesDownIsNotReady() {
        server.bean(Farewell.class).stop();

        assertThat(server.anonymous().get("/health/ready").status()).isEqualTo(503);
        assertThat(watcher.get("/health/ready").json())
                .containsEntry("status", "DOWN")
                .containsEntry("stopping", true);
        assertThat(server.anonymous().get("/health/live").status()).isEqualTo(200);
    }

    @Test
    @Order(Order.DEFAULT + 2)
    void theAccessLogNamesRoutesAndNotWhatWasSent() throws IOException {
        server.admin().get("/token/getserial/755224?type=hotp");
        server.anonymous().get("/validate/check?user=somebody&pass=secret755224");
        server.close();

        List<Path> files;
        try (var found = Files.list(folder.resolve("access"))) {
            files = found.toList();
        }
        assertThat(files).hasSize(1);
        assertThat(Files.readString(files.get(0)))
                .contains("\"GET /token/getserial/<otp>\" 200 ", "\"GET /validate/check\" ", "\"POST /auth\" 200 ")
                .doesNotContain("755224", "somebody");
    }
}
