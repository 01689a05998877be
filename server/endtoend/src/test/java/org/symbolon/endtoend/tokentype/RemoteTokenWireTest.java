package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.connectors.sms.HttpGatewayDouble;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Tokens about which another server decides: a second Symbolon, one that answers nonsense, and one that says nothing. */
@WireTest
class RemoteTokenWireTest {

    private static final String REALM = "remotetokens";
    private static final int WAITING = 50;
    private static final String WRONG = "{'message': 'wrong otp value', 'serial': '%s', 'type': 'remote', 'otplen': 6}";

    private InProcessServer server;
    private InProcessServer other;
    private ApiClient far;
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) throws IOException {
        server = shared;
        tenant = Tenant.create(shared, REALM, folder, 12);
        policies = new PoliciesInUse(tenant.admin(), "remotetoken");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        other = InProcessServer.start(elsewhere);
        Tenant distant = Tenant.create(other, "far", elsewhere, 12);
        far = distant.admin();
        assertValue(tenant.admin().post("/edumfaserver/remoteoftest", "url", far.address() + "/"), "true");
    }

    @AfterAll
    void stop() {
        policies.end();
        other.close();
    }

    private void enrol(String serial, String user, String... more) {
        assertValue(
                tenant.enrol(serial, user, ApiClient.joined(more, "type", "remote", "pin", "pin")),
                "true",
                "{'serial': '" + serial + "'}");
    }

    private Device there(String serial, String user, String pin) {
        Device device = new Device("3132333435363738393031323334353637383930");
        assertThat(far.enrolHotp(serial, device.seed(), pin, "user", user, "realm", "far")
                        .status())
                .isEqualTo(200);
        return device;
    }

    private Object info(String serial) {
        return ExpectedJson.entry(tenant.listed(serial), "info");
    }

    private String audited(String serial) {
        Object row = tenant.admin()
                .get("/audit/", "serial", serial, "action", "POST /validate/check", "page_size", "1")
                .rows("auditdata")
                .get(0);
        return ExpectedJson.entry(row, "action_detail").toString();
    }

    @Test
    void theOtherServerKnowsThePin() {
        Device device = there("FAR1", "user1", "p%2B&ü 1");
        enrol("REM1", "user1", "remote.server", far.address(), "remote.user", "user1", "remote.realm", "far");

        assertDecision(
                tenant.check("user1", "p%2B&ü 1" + device.otp(0)),
                true,
                "{'message': 'matching 1 tokens', 'serial': 'REM1', 'type': 'remote', 'otplen': 6}");
        assertDecision(tenant.check("user1", "p%2B&ü 1" + device.otp(0)), false, WRONG.formatted("REM1"));
        assertJson(
                info("REM1"),
                "{'created_at': '~.*', 'tokenkind': 'virtual', 'remote.local_checkpin': '0', 'remote.realm': 'far',"
                        + " 'remote.server': '" + far.address() + "', 'remote.user': 'user1',"
                        + " 'last_matching_remote_serial': 'FAR1', 'last_auth': '~.*', 'count_auth': '2',"
                        + " 'count_auth_success': '1'}");
    }

    @Test
    void aPinOfThisPlaceIsCheckedHereAndAServerIsFoundByItsNumberOrName() {
        Device device = there("FAR2", "user2", "");
        Object number = ExpectedJson.entry(
                tenant.admin().get("/edumfaserver/").valueMap().get("remoteoftest"), "id");
        String[] defined = {"remote.local_checkpin", "1", "remote.serial", "FAR2", "remote.server_id"};
        enrol("REM2", "user2", ApiClient.joined(defined, "" + number));

        assertDecision(tenant.check("user2", "nip" + device.otp(0)), false, "{'message': 'wrong otp pin'}");
        assertThat(tenant.check("user2", "pin" + device.otp(0)).isAccepted()).isTrue();
        tenant.admin().post("/token/info/REM2/remote.server_id", "value", "remoteoftest");
        assertThat(tenant.check("user2", "pin" + device.otp(1)).isAccepted()).isTrue();
        tenant.admin().post("/token/info/REM2/remote.server_id", "value", "nosuch");
        assertDecision(tenant.check("user2", "pin" + device.otp(2)), false, WRONG.formatted("REM2"));
        assertThat(audited("REM2")).isEqualTo("The remote server nosuch is not there");
    }

    private static String transaction(Answer answer) {
        return (String) answer.detail().get("transaction_id");
    }

    @Test
    void whatTheOtherServerAsksIsAnsweredThroughThisOneWhereAPolicySaysSo() {
        Device device = there("FAR3", "user3", "1234");
        far.post("/policy/ask", "scope", "authentication", "action", "challenge_response=hotp", "realm", "far");
        enrol("REM3", "user3", "remote.server", far.address(), "remote.user", "user3@far");
        assertDecision(tenant.check("user3", "1234"), false, WRONG.formatted("REM3"));
        policies.use("authentication", "challenge_response=remote", "realm", REALM);

        Answer begun = tenant.check("user3", "1234");

        assertThat(begun.result()).containsEntry("authentication", "CHALLENGE");
        assertThat(begun.detail()).containsEntry("message", "please enter otp:").containsEntry("serial", "REM3");
        assertDecision(
                tenant.check("user3", "000000", "transaction_id", transaction(begun)),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'REM3', 'type': 'remote'}");
        assertDecision(
                tenant.check("user3", device.otp(0), "transaction_id", transaction(begun)),
                true,
                "{'message': 'Found matching challenge', 'serial': 'REM3'}");
        policies.end();
        far.delete("/policy/ask");
    }

    @Test
    void nonsenseAndRefusalsLetNobodyInAndTheAuditSaysWhy() throws Exception {
        try (HttpGatewayDouble nonsense = new HttpGatewayDouble()) {
            enrol("REM4", "user4", "remote.server", "http://127.0.0.1:" + nonsense.port(), "remote.user", "u");
            nonsense.answers(200, "{\"result\": {\"value\": \"yes\"}}");
            assertDecision(tenant.check("user4", "secret"), false, WRONG.formatted("REM4"));
            assertThat(audited("REM4")).endsWith("has broken the connection off, or answers nonsense");
            nonsense.answers(500, "{\"result\": {\"value\": true}}");
            assertDecision(tenant.check("user4", "secret"), false, WRONG.formatted("REM4"));
            assertThat(audited("REM4")).isEqualTo("A remote server of a token's own answers with code 500");
        }
    }

    /** Neither a thread that others need nor a connection to the database is held. */
    @Test
    void fiftyLogInsAtASilentServerAreInNobodysWay() throws Exception {
        tenant.enrol("REMOTHER", "user5", "type", "spass", "pin", "simple");
        HandMadeServer silent = HandMadeServer.silent();
        try {
            enrol("REM6", "user6", "remote.server", silent.uri("http"), "remote.user", "u");
            ExecutorService threads = Executors.newFixedThreadPool(WAITING);
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, WAITING)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> tenant.check("user6", "x"), threads))
                    .toList();
            while (silent.connections() < WAITING) {
                Thread.sleep(20);
            }
            long begin = System.nanoTime();
            assertDecision(tenant.check("user6", "x"), false, WRONG.formatted("REM6"));
            assertThat(tenant.check("user5", "simple").isAccepted()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(server.pool().getHikariPoolMXBean().getActiveConnections())
                    .isLessThan(10);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            silent.close();
            waiting.forEach(answer -> assertThat(answer.join().value()).isEqualTo(false));
            threads.shutdown();
        } finally {
            silent.close();
        }
    }

    @Test
    void anEnrolmentSaysWhatIsMissing() {
        assertRefusal(
                tenant.enrol("REM0", "user1", "type", "remote", "remote.user", "u"),
                400,
                905,
                "ERR905: Missing parameter: 'remote.server'");
    }
}
