package org.symbolon.endtoend.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.command.auth.RevokeLogin;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ScannedCode;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.TestChallenges;
import org.symbolon.endtoend.harness.TwoServers;
import org.symbolon.projections.auth.RevokedLogins;

/** Two nodes, each with aggregates in its memory that the other changes: a transaction ends once, whoever is asked. */
@ExtendWith(TwoServers.class)
class ChallengeNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRANSACTIONS = 30;

    private static TwoServers.Pair servers;
    private static InProcessServer first;
    private static InProcessServer second;

    @BeforeAll
    static void take(TwoServers.Pair pair) {
        servers = pair;
        first = pair.first();
        second = pair.second();
    }

    private static Object send(InProcessServer node, Object command) {
        return node.bean(CommandSender.class).sendAs("test", command);
    }

    private static TestChallenges on(InProcessServer node) {
        return new TestChallenges(node);
    }

    private static Object statusOf(InProcessServer node, String transaction) {
        return node.anonymous()
                .get("/validate/polltransaction/" + transaction)
                .detail()
                .get("challenge_status");
    }

    @Test
    void whatOneNodeDecidesTheOtherBuildsOnThoughItRemembersSomethingElse() {
        String transaction = on(first).begin("");
        on(first).answerWrongly(transaction, "");

        on(second).answer(transaction, "");
        assertThat(statusOf(first, transaction)).isEqualTo("accept");

        on(first).answerWrongly(transaction, "");
        on(first).decline(transaction, "");
        assertThat(statusOf(second, transaction)).isEqualTo("declined");

        on(second).endAll(transaction, "");
        assertNotFound(() -> on(first).answer(transaction, ""));
        assertNotFound(() -> on(first).endAll(transaction, ""));
        assertThat(statusOf(first, transaction)).isEqualTo("pending");
    }

    private static void assertNotFound(ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(601));
    }

    @Test
    void aTransactionThatBothNodesEndAtOnceEndsOnce() {
        for (int count = 0; count < TRANSACTIONS; count++) {
            String transaction = on(count % 2 == 0 ? first : second).begin("");
            assertThat(TwoServers.atOnce(servers.nodes(), node -> ended(node, transaction)))
                    .containsOnlyOnce(true);
        }
    }

    private static boolean ended(InProcessServer node, String transaction) {
        try {
            on(node).endAll(transaction, "");
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(601);
            return false;
        }
    }

    @Test
    void aLogInThatBothNodesRevokeAtOnceIsRevokedOnceAndKnownToBoth() {
        Instant expires = Instant.now().plusSeconds(3600);
        for (int count = 0; count < TRANSACTIONS; count++) {
            String nonce = "both" + count;
            List<CompletableFuture<Object>> revocations = new ArrayList<>();
            for (InProcessServer node : List.of(first, second)) {
                revocations.add(CompletableFuture.supplyAsync(() -> send(node, new RevokeLogin(nonce, expires))));
            }
            assertThat(revocations.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
            assertThat(List.of(first, second)).allSatisfy(node -> assertKnown(node, nonce));
        }
    }

    @Test
    void anAnswerThatBothNodesGetAtOnceCountsOnceAlsoWhereItsValueStaysRight() {
        ApiClient admin = first.admin();
        admin.post("/token/init", "type", "pw", "serial", "BOTH", "otpkey", "secret", "pin", "pin");
        for (int count = 0; count < TRANSACTIONS; count++) {
            ApiClient asking = admin.at((count % 2 == 0 ? first : second).port());
            String transaction = (String) asking.post("/validate/triggerchallenge", "serial", "BOTH")
                    .detail()
                    .get("transaction_id");
            assertThat(TwoServers.atOnce(servers.nodes(), node -> accepts(node, transaction)))
                    .containsOnlyOnce(true);
            assertThat(accepts(second, transaction)).isFalse();
            admin.post("/token/reset/BOTH");
        }
    }

    private static boolean accepts(InProcessServer node, String transaction) {
        Answer answer = node.anonymous()
                .post("/validate/check", "serial", "BOTH", "pass", "secret", "transaction_id", transaction);
        assertThat(answer.status()).isEqualTo(200);
        return answer.isAccepted();
    }

    @Test
    void whatWasChangedOnOneNodeDecidesWhomTheOtherAsks() {
        ApiClient here = first.admin();
        ApiClient there = here.at(second.port());
        here.post("/token/init", "type", "hotp", "serial", "ASKED", "genkey", "1");
        assertThat(there.post("/validate/triggerchallenge", "serial", "ASKED").value())
                .isEqualTo(1);

        here.post("/token/disable/ASKED");
        assertThat(there.post("/validate/triggerchallenge", "serial", "ASKED").value())
                .isEqualTo(0);
        here.post("/token/enable/ASKED");
        assertThat(there.post("/validate/triggerchallenge", "serial", "ASKED").value())
                .isEqualTo(1);
    }

    @Test
    void ofAnAnswerAndACancellationThatComeAtOnceToBothNodesOneCounts() {
        ApiClient admin = first.admin();
        Tenant tenant = servers.tenant("declining", 20);
        admin.post(
                "/policy/declining",
                "scope",
                "authentication",
                "action",
                "enroll_via_multichallenge=HOTP, enroll_via_multichallenge_optional",
                "realm",
                "declining",
                "active",
                "true");
        for (int user = 0; user < 15; user++) {
            tenant.enrol("DECL" + user, "user" + user, "type", "spass", "pin", "pin");
            Answer asked = tenant.check("user" + user, "pin");
            assertThat(asked.status()).as(asked.body()).isEqualTo(200);
            String transaction = (String) asked.detail().get("transaction_id");
            String serial = (String) asked.detail().get("serial");
            String value = ScannedCode.of(asked).device().otp(0);
            List<CompletableFuture<Answer>> both = List.of(
                    CompletableFuture.supplyAsync(() -> first.anonymous()
                            .post("/validate/check", "serial", serial, "pass", value, "transaction_id", transaction)),
                    CompletableFuture.supplyAsync(() -> second.anonymous()
                            .post("/validate/check", "cancel_enrollment", "1", "transaction_id", transaction)));

            boolean answered = both.get(0).join().isAccepted();
            boolean cancelled = both.get(1).join().isAccepted();

            assertThat(answered).as(both.toString()).isNotEqualTo(cancelled);
            assertThat(admin.get("/token/", "serial", serial).rows("tokens")).hasSize(answered ? 1 : 0);
        }
    }

    @Test
    void whatAMachineAsksForMoreWithIsGoodOnceOnBothNodesTogether() {
        ApiClient admin = first.admin();
        admin.post(
                "/token/init",
                "type",
                "hotp",
                "serial",
                "REFILL",
                "otpkey",
                "3132333435363738393031323334353637383930");
        admin.post("/machine/token", "serial", "REFILL", "application", "offline", "count", "1", "rounds", "1");
        Device device = new Device("3132333435363738393031323334353637383930");
        Object refillToken = first.anonymous()
                .check("serial", "REFILL", device.otp(0))
                .offlineItem()
                .get("refilltoken");
        for (int count = 1; count <= 15; count++) {
            String shown = refillToken.toString();
            String value = device.otp(count);
            List<Answer> refilled = TwoServers.atOnce(servers.nodes(), node -> node.anonymous()
                            .post("/validate/offlinerefill", "serial", "REFILL", "refilltoken", shown, "pass", value))
                    .stream()
                    .filter(answer -> answer.status() == 200)
                    .toList();
            assertThat(refilled).hasSize(1);
            refillToken = refilled.get(0).offlineItem().get("refilltoken");
        }
    }

    /** What must happen within a tenth of a second gets more on a busy machine. */
    private static void assertKnown(InProcessServer node, String nonce) {
        RevokedLogins revoked = node.bean(RevokedLogins.class);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!revoked.contains(nonce)) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
        }
    }
}
