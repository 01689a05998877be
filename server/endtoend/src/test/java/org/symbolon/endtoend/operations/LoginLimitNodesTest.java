package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.TwoServers;

/** Limits of how often somebody may come hold on all nodes together, also for those who come at the same time. */
@ExtendWith(TwoServers.class)
class LoginLimitNodesTest {

    private static final int AT_ONCE = 20;
    private static final String REALM = "limited";

    private static ApiClient here;
    private static ApiClient there;
    private static Tenant tenant;

    @BeforeAll
    static void prepare(TwoServers.Pair nodes) {
        here = nodes.admins().get(0);
        there = nodes.admins().get(1);
        tenant = nodes.tenant(REALM, 3);
    }

    private static void limit(String action, String user) {
        String policy = "limit" + user;
        here.post("/policy/" + policy, "scope", "authorization", "action", action, "realm", REALM, "user", user);
        Patience.until(
                "the policy is known",
                () -> !there.get("/policy/" + policy).list().isEmpty());
        tenant.enrol("LIM" + user, user, "type", "spass", "pin", "pin");
    }

    private static Answer logIn(ApiClient node, String user, String pass) {
        return node.post("/validate/check", "user", user, "realm", REALM, "pass", pass);
    }

    private List<Answer> logIn(String user, String pass, int count) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ApiClient node = number % 2 == 0 ? here : there;
            answers.add(CompletableFuture.supplyAsync(() -> logIn(node, user, pass)));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void ofManyRightLogInsAtOnceOnlyAsManyPassAsMay() {
        limit("auth_max_success=3/1m", "user1");

        List<Answer> answers = logIn("user1", "pin", AT_ONCE);

        assertThat(answers).filteredOn(Answer::isAccepted).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> !answer.isAccepted())
                .hasSize(AT_ONCE - 3)
                .allSatisfy(answer -> assertThat(answer.detail())
                        .containsEntry("message", "Only 3 successful authentications per 0:01:00"));
    }

    @Test
    void failuresOnBothNodesCountTogether() {
        limit("auth_max_fail=3/1m", "user2");

        assertThat(logIn("user2", "wrong", 2)).noneMatch(Answer::isAccepted);
        assertThat(logIn(there, "user2", "pin").isAccepted()).isTrue();
        assertThat(logIn("user2", "wrong", AT_ONCE / 4)).noneMatch(Answer::isAccepted);

        for (ApiClient node : List.of(here, there)) {
            assertThat(logIn(node, "user2", "pin").detail())
                    .containsEntry("message", "Only 3 failed authentications per 0:01:00");
        }
    }
}
