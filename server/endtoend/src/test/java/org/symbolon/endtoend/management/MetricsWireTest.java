package org.symbolon.endtoend.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.app.metrics.StoreGauges;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.WireTest;

/** What {@code GET /metrics} tells, to whom, and what strangers cannot make of it. */
@WireTest
class MetricsWireTest {

    private static final Path DOCUMENTATION = Path.of("../../docs");
    private static final Pattern NAME =
            Pattern.compile("\\b(?:symbolon|http_server|jvm|process|hikaricp|logback)_\\w+");

    private InProcessServer server;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer shared) {
        server = shared;
        admin = shared.admin();
    }

    private Metrics metrics() {
        return Metrics.of(server.anonymous());
    }

    @Test
    void logInsAreCountedByTheirEndAndTheTypeOfTheToken() {
        Device device = Device.random(new SplittableRandom());
        assertThat(admin.enrolHotp("METER1", device.seed(), "pin").status()).isEqualTo(200);
        String accepted = "symbolon_logins_total{outcome=\"accepted\",type=\"hotp\"}";
        String refused = "symbolon_logins_total{outcome=\"refused\",type=\"hotp\"}";
        Metrics before = metrics();

        admin.check("serial", "METER1", "pin" + device.otp(0));
        admin.check("serial", "METER1", "pin" + device.otp(0));

        Metrics after = metrics();
        assertThat(after.value(accepted) - before.value(accepted)).isEqualTo(1);
        assertThat(after.value(refused) - before.value(refused)).isEqualTo(1);
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        String series = "http_server_requests_seconds_count{method=\"GET\",outcome=\"CLIENT_ERROR\","
                + "status=\"401\",uri=\"/token/\"}";
        double before = metrics().value(series);

        server.anonymous().get("/token/");

        assertThat(metrics().value(series) - before).isEqualTo(1);
    }

    @Test
    void whatStrangersMakeUpIsNoLabel() {
        strangersAsk(0);
        Set<String> before = metrics().series();
        for (int number = 1; number <= 20; number++) {
            strangersAsk(number);
        }
        Metrics after = metrics();

        assertThat(after.series()).isEqualTo(before);
        assertThat(after.text()).doesNotContain("stranger");
    }

    private void strangersAsk(int number) {
        ApiClient stranger = server.anonymous().as("stranger" + number);
        stranger.get("/stranger" + number);
        stranger.send("STRANGER" + number, "/validate/check");
        stranger.post("/validate/check", "user", "stranger" + number, "type", "stranger" + number, "pass", "1");
        stranger.post("/validate/check", "serial", "stranger" + number, "pass", "1");
        stranger.post("/auth", "username", "stranger" + number, "password", "1");
    }

    /** A proxy on the machine would let everybody pass for a neighbour. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "Via: 1.1 proxy"})
    void nobodyGetsThemThroughAProxy(String header) throws IOException {
        assertThat(raw("GET /metrics HTTP/1.1\r\nHost: a\r\n" + header + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain("symbolon_logins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "monitoring.md"})
    void whatTheDocumentationAsksForIsThere(String page) throws IOException {
        strangersAsk(0);
        server.bean(StoreGauges.class).look();
        awaitCollection();
        Set<String> wanted = new HashSet<>();
        Matcher names = NAME.matcher(Files.readString(DOCUMENTATION.resolve(page)));
        while (names.find()) {
            wanted.add(names.group());
        }

        assertThat(wanted).hasSizeGreaterThan(20);
        assertThat(metrics().names()).containsAll(wanted);
    }

    /** Pauses of the garbage collector are told once there was one. */
    private void awaitCollection() {
        System.gc();
        Patience.until("a collection is told", () -> metrics().names().contains("jvm_gc_pause_seconds_sum"));
    }

    private String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRequestBearsTheNameThatItsClientGaveItUnlessThatCouldDoHarm() throws IOException {
        String harmless = raw(request("4bf92f35-77b3-4da6"));
        String harmful = raw(request("a\tb\"<script>"));
        String long65 = raw(request("a".repeat(65)));

        assertThat(harmless).containsIgnoringCase("\r\nX-Request-ID: 4bf92f35-77b3-4da6\r\n");
        assertThat(harmful).containsPattern("(?i)\r\nX-Request-ID: [0-9a-f]{16}\r\n");
        assertThat(long65).containsPattern("(?i)\r\nX-Request-ID: [0-9a-f]{16}\r\n");
    }

    private static String request(String id) {
        return "GET /token/ HTTP/1.1\r\nHost: a\r\nX-Request-ID: " + id + "\r\nConnection: close\r\n\r\n";
    }
}
