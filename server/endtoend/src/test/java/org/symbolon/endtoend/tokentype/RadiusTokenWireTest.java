package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.endtoend.tokentype.RadiusOfTest.Asked;

/** Tokens about which a RADIUS server decides, over the wire. */
@WireTest
class RadiusTokenWireTest {

    private static final String REALM = "radiustokens";
    private static final int WAITING = 50;
    private static final String WRONG_VALUE =
            "{'message': 'wrong otp value', 'serial': '%s', 'type': 'radius', 'otplen': 6}";

    private final RadiusOfTest radius = new RadiusOfTest();
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 12);
        policies = new PoliciesInUse(tenant.admin(), "radiustoken");
        define("radiusoftest", radius.port(), "5");
    }

    private void define(String name, int port, String timeout) {
        String[] settings = {"server", "127.0.0.1", "port", "" + port, "timeout", timeout, "retries", "1"};
        assertThat(tenant.admin()
                        .post("/radiusserver/" + name, ApiClient.joined(settings, "secret", RadiusOfTest.SECRET))
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void forget() {
        policies.end();
        radius.asked();
    }

    @AfterAll
    void stop() {
        radius.close();
    }

    private Answer enrol(String serial, String user, String... more) {
        String[] usual = {"type", "radius", "pin", "pin", "radius.user", "emma"};
        return tenant.enrol(serial, user, ApiClient.joined(more, usual));
    }

    private void defined(String serial, String user, String local) {
        assertValue(
                enrol(serial, user, "radius.identifier", "radiusoftest", "radius.local_checkpin", local),
                "true",
                "{'serial': '" + serial + "'}");
    }

    @Test
    void anEnrolmentShowsNothingAndTheSecretStaysSecret() {
        assertValue(
                enrol("RAD1", "user1", "radius.server", "127.0.0.1:1", "radius.secret", "deep-Secret"),
                "true",
                "{'serial': 'RAD1'}");

        Object listed = tenant.listed("RAD1");
        assertThat(listed.toString()).doesNotContain("deep-Secret");
        assertJson(
                ExpectedJson.entry(listed, "info"),
                "{'created_at': '~.*', 'tokenkind': 'virtual', 'radius.identifier': '', 'radius.local_checkpin': '0',"
                        + " 'radius.server': '127.0.0.1:1', 'radius.system_settings': '', 'radius.user': 'emma'}");
        assertRefusal(enrol("RAD0", "user1"), 400, 905, "ERR905: Missing parameter: 'radius.server'");
    }

    @Test
    void aPinOfTheServerGoesOutWithTheValueOnce() {
        defined("RAD2", "user2", "0");

        assertDecision(
                tenant.check("user2", RadiusOfTest.RIGHT),
                true,
                "{'message': 'matching 1 tokens', 'serial': 'RAD2', 'type': 'radius', 'otplen': 6}");
        assertThat(radius.asked()).containsExactly(new Asked("emma", RadiusOfTest.RIGHT, false));
        assertDecision(tenant.check("user2", "pinwrong"), false, WRONG_VALUE.formatted("RAD2"));
        assertThat(radius.asked()).containsExactly(new Asked("emma", "pinwrong", false));
        assertThat(ExpectedJson.entry(tenant.listed("RAD2"), "failcount")).isEqualTo(1);
    }

    @Test
    void aPinOfThisPlaceIsCheckedHere() {
        defined("RAD3", "user3", "1");

        assertThat(tenant.check("user3", "pin" + RadiusOfTest.RIGHT).value()).isEqualTo(true);
        assertThat(radius.asked()).containsExactly(new Asked("emma", RadiusOfTest.RIGHT, false));
        assertDecision(tenant.check("user3", "nip" + RadiusOfTest.RIGHT), false, "{'message': 'wrong otp pin'}");
        assertThat(radius.asked()).isEmpty();
    }

    private static String question(String serial, String text) {
        return "{'serial': '%s', 'type': 'radius', 'message': '%s', 'client_mode': 'interactive',"
                        .formatted(serial, text)
                + "'transaction_id': '~\\\\d{20}', 'attributes': {'state': '~\\\\d{20}'}}";
    }

    private static String asked(String serial, String text) {
        return ExpectedJson.overlaid(
                question(serial, text),
                "{'messages': ['%s'], 'multi_challenge': [%s], 'transaction_ids': ['~\\\\d{20}'],"
                                .formatted(text, question(serial, text))
                        + "'preferred_client_mode': 'interactive'}");
    }

    private static String transaction(Answer answer) {
        return (String) answer.detail().get("transaction_id");
    }

    @Test
    void thePinOfThisPlaceAsksForTheCodeWhereAPolicySaysSo() {
        defined("RAD4", "user4", "1");
        policies.use("authentication", "challenge_response=radius", "realm", REALM);

        Answer begun = tenant.check("user4", "pin");

        assertDecision(begun, "false", "CHALLENGE", asked("RAD4", "Enter your RADIUS tokencode:"));
        assertThat(radius.asked()).isEmpty();
        assertDecision(
                tenant.check("user4", RadiusOfTest.RIGHT, "transaction_id", transaction(begun)),
                true,
                "{'message': 'Found matching challenge', 'serial': 'RAD4'}");
        assertThat(radius.asked()).containsExactly(new Asked("emma", RadiusOfTest.RIGHT, false));
    }

    @Test
    void theServersQuestionBecomesAChallengeWhereAPolicySaysSo() {
        defined("RAD5", "user5", "0");
        assertDecision(tenant.check("user5", RadiusOfTest.FIRST), false, WRONG_VALUE.formatted("RAD5"));
        policies.use("authentication", "challenge_response=radius", "realm", REALM);

        Answer begun = tenant.check("user5", RadiusOfTest.FIRST);

        assertDecision(begun, "false", "CHALLENGE", asked("RAD5", RadiusOfTest.MESSAGE));
        Object state = ExpectedJson.entry(begun.detail().get("attributes"), "state");
        assertThat(state).isEqualTo(transaction(begun));
        radius.asked();
        Answer again = tenant.check("user5", RadiusOfTest.AGAIN, "transaction_id", transaction(begun));
        assertDecision(again, "false", "CHALLENGE", asked("RAD5", RadiusOfTest.MESSAGE));
        assertThat(transaction(again)).isNotEqualTo(transaction(begun));
        assertDecision(
                tenant.check("user5", "wrong", "transaction_id", transaction(again)),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'RAD5', 'type': 'radius'}");
        assertDecision(
                tenant.check("user5", RadiusOfTest.RIGHT, "transaction_id", transaction(again)),
                true,
                "{'message': 'Found matching challenge', 'serial': 'RAD5'}");
        assertThat(radius.asked()).hasSize(3).allMatch(Asked::answers);
    }

    @Test
    void aFinishedTransactionIsNoneAndNobodyIsAskedAboutIt() {
        defined("RAD6", "user6", "0");

        assertDecision(
                tenant.check("user6", RadiusOfTest.RIGHT, "transaction_id", "01234567890123456789"),
                false,
                "{'message': 'wrong otp pin'}");
        assertThat(radius.asked()).isEmpty();
    }

    @Test
    void theServerOfTheSettingsIsAskedWhereTheTokenSaysSo() {
        assertThat(enrol("RAD7", "user7", "radius.system_settings", "1").status())
                .isEqualTo(200);
        ApiClient admin = tenant.admin();
        admin.post(
                "/system/setConfig",
                "radius.server",
                "127.0.0.1:" + radius.port(),
                "radius.secret",
                RadiusOfTest.SECRET,
                "radius.secret.type",
                "password");

        assertThat(tenant.check("user7", RadiusOfTest.RIGHT).value()).isEqualTo(true);

        admin.delete("/system/radius.server");
        admin.delete("/system/radius.secret");
        assertDecision(tenant.check("user7", RadiusOfTest.RIGHT), false, WRONG_VALUE.formatted("RAD7"));
    }

    @Test
    void aServerThatIsDeadOrGoneLetsNobodyIn() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            define("radiussilent", silent.getLocalPort(), "1");
            enrol("RAD8", "user8", "radius.identifier", "radiussilent");
            long begin = System.nanoTime();

            assertDecision(tenant.check("user8", RadiusOfTest.RIGHT), false, WRONG_VALUE.formatted("RAD8"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
            tenant.admin().delete("/radiusserver/radiussilent");
            assertDecision(tenant.check("user8", RadiusOfTest.RIGHT), false, WRONG_VALUE.formatted("RAD8"));
        }
    }

    /** Neither a thread that others need nor a connection to the database is held. */
    @Test
    void fiftyLogInsAtADeadServerAreInNobodysWay() throws IOException {
        tenant.enrol("RAD9", "user9", "type", "spass", "pin", "simple");
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            define("radiusdead", silent.getLocalPort(), "5");
            enrol("RAD10", "user10", "radius.identifier", "radiusdead");
            ExecutorService threads = Executors.newFixedThreadPool(WAITING);
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, WAITING)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> tenant.check("user10", "x"), threads))
                    .toList();
            for (int request = 0; request < WAITING; request++) {
                silent.receive(new DatagramPacket(new byte[1], 1));
            }
            assertThat(tenant.check("user9", "simple").value()).isEqualTo(true);
            long begin = System.nanoTime();
            for (int time = 0; time < 20; time++) {
                assertThat(tenant.check("user9", "simple").value()).isEqualTo(true);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            begin = System.nanoTime();
            assertDecision(tenant.check("user10", "x"), false, WRONG_VALUE.formatted("RAD10"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            waiting.forEach(answer -> assertThat(answer.join().value()).isEqualTo(false));
            threads.shutdown();
        }
    }
}
