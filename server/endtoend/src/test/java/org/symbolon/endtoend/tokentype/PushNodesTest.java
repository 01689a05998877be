package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.command.tokentype.pushed.SoftPhone;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.TwoServers;

/** Two nodes, and telephones that talk to another one than whoever logs in, or to both at once. */
@ExtendWith(TwoServers.class)
class PushNodesTest {

    private static final String REALM = "pushnodes";
    private static final int ROUNDS = 5;

    private static List<ApiClient> nodes;
    private static Tenant tenant;
    private static PoliciesInUse policies;

    @BeforeAll
    static void prepare(TwoServers.Pair servers) {
        tenant = servers.tenant(REALM, 6);
        nodes = servers.admins();
        policies = new PoliciesInUse(nodes.get(0), REALM);
        policies.use("admin", "*");
        policies.use("enrollment", PushUser.policies("poll only"), "realm", REALM);
    }

    @AfterAll
    static void end() {
        policies.end();
    }

    private static Answer begun(String serial, String user) {
        return tenant.enrol(serial, user, "type", "edupush", "genkey", "1", "pin", "1234");
    }

    private static Answer check(ApiClient node, String user, String... more) {
        return node.post("/validate/check", ApiClient.joined(more, "user", user, "realm", REALM));
    }

    private static Answer post(ApiClient node, Map<String, String> sent) {
        List<String> parameters = new ArrayList<>();
        sent.forEach((name, value) -> parameters.addAll(List.of(name, value)));
        return node.post("/ttype/edupush", parameters.toArray(String[]::new));
    }

    private static <A> List<A> both(CompletableFuture<A> one, CompletableFuture<A> other) {
        return Stream.of(one, other).map(CompletableFuture::join).toList();
    }

    @Test
    void ofTwoTelephonesThatScanOneCodeOneGetsTheToken() {
        String address = PushUser.address(begun("EDUPRACE", "user1"));
        List<Answer> answers = TwoServers.atOnce(
                nodes, node -> post(node, SoftPhone.withCurve().scan(address)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(answer -> answer.status() == 404);
    }

    @Test
    void ofAYesAndANoThatComeAtOnceOneCounts() throws InterruptedException {
        PushUser telephone = PushUser.scanning(nodes.get(0), "edupush", PushUser.address(begun("EDUPBOTH", "user2")));
        for (int round = 0; round < ROUNDS; round++) {
            Answer asked = check(nodes.get(0), "user2", "pass", "1234");
            Object nonce = telephone.at(nodes.get(1)).asked().get("nonce");

            List<Boolean> heard = both(
                    CompletableFuture.supplyAsync(() -> telephone.accepts(nonce)),
                    CompletableFuture.supplyAsync(
                            () -> telephone.at(nodes.get(1)).declines(nonce)));

            assertThat(heard).containsExactlyInAnyOrder(true, false);
            Answer finished = check(
                    nodes.get(1),
                    "user2",
                    "pass",
                    "",
                    "transaction_id",
                    asked.detail().get("transaction_id").toString());
            assertThat(finished.isAccepted()).as(finished.body()).isEqualTo(heard.get(0));
        }
    }

    @Test
    void aLogInWaitsForAnAnswerThatComesToTheOtherNode() throws InterruptedException {
        policies.use("authentication", "edupush_wait=30", "realm", REALM, "user", "user3");
        PushUser telephone = PushUser.scanning(nodes.get(1), "edupush", PushUser.address(begun("EDUPWAIT", "user3")));

        CompletableFuture<Answer> waiting =
                CompletableFuture.supplyAsync(() -> check(nodes.get(0), "user3", "pass", "1234"));
        assertThat(telephone.accepts(telephone.asked().get("nonce"))).isTrue();

        assertThat(waiting.join().isAccepted()).as(waiting.join().body()).isTrue();
    }

    @Test
    void aTelephoneThatWasReplacedIsHeardByNoNode() throws InterruptedException {
        PushUser old = PushUser.scanning(nodes.get(1), "edupush", PushUser.address(begun("EDUPOLD", "user4")));
        check(nodes.get(0), "user4", "pass", "1234");
        Object before = old.asked().get("nonce");
        assertThat(old.at(nodes.get(0)).accepts(before)).isTrue();
        String[] anew = {"type", "edupush", "serial", "EDUPOLD", "genkey", "1", "rollover", "1"};
        PushUser telephone = PushUser.scanning(
                nodes.get(1), "edupush", PushUser.address(nodes.get(1).post("/token/init", anew)));

        assertThat(old.at(nodes.get(0)).ask().status())
                .as("a node that remembers it")
                .isEqualTo(400);
        assertThat(telephone.at(nodes.get(0)).ask().status()).isEqualTo(200);
        Answer asked = check(nodes.get(0), "user4", "pass", "1234");
        Object nonce = telephone.at(nodes.get(0)).asked().get("nonce");

        assertThat(old.at(nodes.get(0)).accepts(nonce)).isFalse();
        assertThat(old.at(nodes.get(0)).ask().status()).isEqualTo(400);
        assertThat(telephone.at(nodes.get(0)).accepts(nonce)).isTrue();
        String transaction = asked.detail().get("transaction_id").toString();
        assertThat(check(nodes.get(1), "user4", "pass", "", "transaction_id", transaction)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void whoeverPollsANodeThatHasAskedHearsOfAnAnswerToAnother() throws InterruptedException {
        PushUser telephone = PushUser.scanning(nodes.get(1), "edupush", PushUser.address(begun("EDUPOTHER", "user5")));
        Answer asked = check(nodes.get(0), "user5", "pass", "1234");
        String[] finishing = {
            "pass", "", "transaction_id", asked.detail().get("transaction_id").toString()
        };
        assertThat(check(nodes.get(0), "user5", finishing).isRejected()).isTrue();

        assertThat(telephone.accepts(telephone.asked().get("nonce"))).isTrue();

        assertThat(check(nodes.get(0), "user5", finishing).isAccepted()).isTrue();
    }
}
