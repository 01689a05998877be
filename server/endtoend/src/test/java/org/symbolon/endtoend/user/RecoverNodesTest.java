package org.symbolon.endtoend.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.MailedCodes;
import org.symbolon.endtoend.harness.TwoServers;

/** A recovery code that several bring at once, to two nodes, is good for one of them. */
@ExtendWith(TwoServers.class)
class RecoverNodesTest {

    private static final String REALM = "forgetful-nodes";

    @Test
    void aCodeIsGoodOnceOnAllNodes(TwoServers.Pair nodes) throws IOException {
        ApiClient admin = nodes.admins().get(0);
        try (MailedCodes codes = MailedCodes.start(admin, REALM)) {
            admin.post("/system/setConfig", "recovery.identifier", "green");
            List<ApiClient> anybody =
                    nodes.nodes().stream().map(node -> node.anonymous()).toList();
            Answer asked = anybody.get(0).post("/recover", "user", "ada", "realm", REALM, "email", "ada@example.org");
            assertThat(asked.value()).as(asked.body()).isEqualTo(true);
            String code = codes.codeTo("ada@example.org");

            List<Answer> answers = TwoServers.atOnce(
                    anybody,
                    node -> node.post(
                            "/recover/reset",
                            "user",
                            "ada",
                            "realm",
                            REALM,
                            "recoverycode",
                            code,
                            "password",
                            "New-1"));

            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(answers)
                    .filteredOn(answer -> answer.value().equals(true))
                    .hasSize(1);
        }
    }
}
