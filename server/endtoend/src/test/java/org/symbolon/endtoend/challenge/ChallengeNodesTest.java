package org.symbolon.endtoend.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.Administrators;
import org.symbolon.command.auth.RevokeLogin;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.TestChallenges;
import org.symbolon.projections.auth.RevokedLogins;
import org.symbolon.store.database.DatabaseAccess;

/** Two nodes, each with aggregates in its memory that the other changes: a transaction ends once, whoever is asked. */
class ChallengeNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRANSACTIONS = 30;

    @TempDir
    private static Path folder;

    private static InProcessServer first;
    private static InProcessServer second;

    @BeforeAll
    static void start() {
        DatabaseAccess database = InProcessServer.newDatabase();
        first = InProcessServer.start(folder, database);
        second = InProcessServer.start(folder, database);
        first.bean(Administrators.class).add(InProcessServer.ADMIN, InProcessServer.ADMIN_PASSWORD, "");
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
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
            List<CompletableFuture<Boolean>> ends = new ArrayList<>();
            for (InProcessServer node : List.of(first, second, first, second)) {
                ends.add(CompletableFuture.supplyAsync(() -> ended(node, transaction)));
            }
            assertThat(ends.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
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
            List<CompletableFuture<Boolean>> answers = new ArrayList<>();
            for (InProcessServer node : List.of(first, second, first, second)) {
                answers.add(CompletableFuture.supplyAsync(() -> accepts(node, transaction)));
            }
            assertThat(answers.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
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

    /** What must happen within a tenth of a second gets more on a busy machine. */
    private static void assertKnown(InProcessServer node, String nonce) {
        RevokedLogins revoked = node.bean(RevokedLogins.class);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!revoked.contains(nonce)) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
        }
    }
}
