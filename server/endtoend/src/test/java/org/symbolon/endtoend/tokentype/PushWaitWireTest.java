package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radiusclient.SoftGateway;
import org.symbolon.connectors.radiusclient.SoftPacket;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.radiusclient.RadiusTenant;

/** Log-ins that wait for the telephone before they are answered. */
@PolicyTest
class PushWaitWireTest {

    /** More than the server has threads for requests, and more than it has connections to the database. */
    private static final int MANY = 150;

    private PolicyServer server;
    private ApiClient anyone;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        anyone = server.tenant().anyone();
        server.policy("enrollment", PushUser.policies("poll only"), "");
    }

    private PushUser enrolled(String type, String serial, String user) {
        return PushUser.scanning(
                anyone,
                type,
                PushUser.address(server.tenant().enrol(serial, user, "type", type, "genkey", "1", "pin", "1234")));
    }

    private CompletableFuture<Answer> soon(String path, String user) {
        return later(() -> anyone.post(path, "user", user, "realm", "policed", "pass", "1234"));
    }

    private static <T> CompletableFuture<T> later(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException failed) {
                result.completeExceptionally(failed);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    @Test
    @ShowsEffect({"authentication/edupush_wait", "authentication/push_wait"})
    void theAnswerComesOnceTheTelephoneHasConfirmed() throws Exception {
        server.policy("authentication", "edupush_wait=30", "user1");
        PushUser user = enrolled("edupush", "WAITYES", "user1");

        for (String path : List.of("/validate/check", "/validate/radiuscheck", "/validate/samlcheck")) {
            CompletableFuture<Answer> waiting = soon(path, "user1");
            Object nonce = user.asked().get("nonce");
            assertThat(waiting).isNotDone();
            assertThat(user.accepts(nonce)).isTrue();
            Answer answer = waiting.get();
            assertThat(answer.status()).as(answer.body()).isIn(200, 204);
            if (path.endsWith("/check")) {
                assertDecision(
                        answer,
                        true,
                        "{'message': 'matching 1 tokens', 'serial': 'WAITYES', 'type': 'edupush', 'otplen': 6}");
            }
            assertThat(user.ask().list()).isEmpty();
        }
        List<?> rows = (List<?>) server.admin()
                .get("/audit/", "serial", "WAITYES", "action", "POST /validate/check")
                .valueMap()
                .get("auditdata");
        assertThat(rows).as("one row for one request").hasSize(1);
    }

    /** A gateway sends again and again what is not answered yet. */
    @Test
    void aGatewayThatAsksByRadiusWaitsAsWellAndHoldsUpNobody() throws Exception {
        server.policy("authentication", "push_wait=60", "user8");
        PushUser user = enrolled("push", "WAITVPN", "user8");
        server.tenant().enrol("WAITVPNPW", "user9", "type", "spass", "pin", "5678");
        RadiusTenant radius = RadiusTenant.of(server.process(), server.tenant());
        try (SoftGateway gateway = radius.gateway("vpn", "127.0.79.1")) {
            SoftPacket first = radius.request("user8", "1234");
            gateway.send(first.bytes());
            Object nonce = user.asked().get("nonce");
            for (int number = 0; number < MANY; number++) {
                gateway.send(first.bytes());
            }

            assertThat(gateway.ask(radius.request("user9", "5678")).isAccept()).isTrue();
            assertThat(user.accepts(nonce)).isTrue();
            assertThat(first.read(gateway.received(60_000).orElseThrow()).isAccept())
                    .isTrue();
            assertThat(radius.audited("user8")).hasSize(1);
        }
    }

    @Test
    void aNoAnswersAtOnceAndSilenceInTime() throws Exception {
        server.policy("authentication", "push_wait=2", "user2");
        PushUser user = enrolled("push", "WAITNO", "user2");

        CompletableFuture<Answer> waiting = soon("/validate/check", "user2");
        user.declines(user.asked().get("nonce"));
        assertDecision(
                waiting.get(),
                "false",
                "DECLINED",
                """
                {'message': 'wrong otp value', 'serial': 'WAITNO', 'type': 'push', 'otplen': 6,
                 'challenge_status': 'declined'}
                """);

        long begin = System.nanoTime();
        Answer late = soon("/validate/check", "user2").get();
        assertThat(late.isRejected()).as(late.body()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(20));
        assertThat(server.tenant().listed("WAITNO").toString()).contains("failcount=2,");
        assertThat(user.ask().list()).as("nobody waits any more").isEmpty();
    }

    @Test
    void anotherTokenNeedsNoTelephoneAndALogInToTheServerDoesNotWait() {
        server.policy("authentication", "edupush_wait=30", "user3");
        server.policy("webui", "login_mode=eduMFA", "user3");
        enrolled("edupush", "WAITOTHER", "user3");
        server.tenant().enrol("WAITPW", "user3", "type", "pw", "otpkey", "geheim", "pin", "1234");

        assertThat(server.tenant().check("user3", "1234geheim").isAccepted()).isTrue();
        assertThat(server.tenant().check("user3", "4321").isRejected()).isTrue();
        Answer asked = anyone.post("/auth", "username", "user3", "realm", "policed", "password", "1234");
        assertThat(asked.detail()).containsEntry("client_mode", "poll");
    }

    @Test
    void manyThatWaitHoldUpNobody() throws Exception {
        server.policy("authentication", "edupush_wait=60", "user4");
        PushUser user = enrolled("edupush", "WAITMANY", "user4");
        server.admin().enrolHotp("WAITHOTP", "3132333435363738393031323334353637383930", "1234");
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            waiting.add(soon("/validate/check", "user4"));
        }
        await(MANY);

        long begin = System.nanoTime();
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(anyone.check("serial", "WAITHOTP", "1234000000").isRejected())
                    .isTrue();
        }
        Duration each = Duration.ofNanos(System.nanoTime() - begin).dividedBy(20);
        System.out.println("A check beside " + MANY + " that wait takes " + each.toMillis() + " ms");

        assertThat(each).isLessThan(Duration.ofSeconds(2));
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        for (int round = 0; round < MANY && waiting.stream().anyMatch(one -> !one.isDone()); round++) {
            user.ask().list().forEach(open -> user.accepts(open.get("nonce")));
        }
        for (CompletableFuture<Answer> one : waiting) {
            assertThat(one.get().isAccepted()).as(one.get().body()).isTrue();
        }
    }

    /** So many challenges are open. */
    private void await(int challenges) throws InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            Answer open = server.admin().get("/token/challenges/WAITMANY", "pagesize", "1");
            if (open.valueMap().get("count").equals(challenges)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Not all wait");
    }
}
