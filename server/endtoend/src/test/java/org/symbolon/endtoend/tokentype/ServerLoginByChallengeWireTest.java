package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.tokentype.SecondFactors.Factor;

/** Log-ins to the server itself where the PIN of a token asks and its second factor answers, with each type that can be asked. */
@PolicyTest
class ServerLoginByChallengeWireTest {

    private static final List<String> TYPES = SecondFactors.types();

    private PolicyServer server;
    private SecondFactors factors;
    private WebauthnUser browser;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        factors = new SecondFactors(server.tenant());
        browser = new WebauthnUser(server.tenant().anyone(), "policed");
        server.policy("webui", "login_mode=eduMFA", "");
    }

    @AfterAll
    void stop() {
        factors.close();
    }

    /** Who types nothing, for a device answers, sends an empty password. */
    private Answer logIn(String user, Map<String, String> sent, String... more) {
        Map<String, String> fields = new HashMap<>(sent);
        fields.putIfAbsent("password", "");
        String[] named = {"username", user, "realm", "policed", "service_id", SecondFactors.SERVICE};
        return browser.post("/auth", fields, ApiClient.joined(named, more));
    }

    private Answer answer(String user, Answer asked, Map<String, String> typed) {
        return logIn(
                user,
                typed,
                "transaction_id",
                asked.detail().get("transaction_id").toString());
    }

    private static boolean isIn(Answer answer) {
        return answer.status() == 200 && answer.valueMap().containsKey("token");
    }

    @TestFactory
    Stream<DynamicTest> whatThePinAsksIsAnsweredOnceWithTheSecondFactor() {
        return IntStream.range(0, TYPES.size())
                .mapToObj(number ->
                        dynamicTest(TYPES.get(number), () -> logIn(TYPES.get(number), "user" + (number + 1))));
    }

    private void logIn(String type, String user) {
        String serial = "SECOND" + type.toUpperCase(Locale.ROOT);
        Factor factor = factors.enrolled(type, user, serial);

        Answer asked = logIn(user, Map.of("password", SecondFactors.PIN));
        assertAsked(asked, type, serial);
        assertRefused(answer(user, asked, Map.of("password", "wrong")));

        Map<String, String> right = factor.answer(asked);
        Answer answered = answer(user, asked, right);
        while (!isIn(answered)) {
            assertAsked(answered, type, serial);
            asked = answered;
            right = factor.answer(asked);
            answered = answer(user, asked, right);
        }
        assertIn(answered, user, serial);
        Answer again = answer(user, asked, right);
        assertThat(again.status()).as(again.body()).isIn(401, 404);
    }

    /** Whoever is asked is told who he is, and gets nothing that lets him in. */
    private static void assertAsked(Answer asked, String type, String serial) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.valueMap()).containsEntry("role", "user").doesNotContainKeys("token", "rights", "menus");
        assertThat(asked.detail())
                .containsEntry("type", type)
                .containsEntry("serial", serial)
                .containsEntry("loginmode", "eduMFA")
                .containsKeys("multi_challenge", "transaction_id", "transaction_ids", "messages", "client_mode")
                .doesNotContainKey("preferred_client_mode");
    }

    private void assertIn(Answer answered, String user, String serial) {
        assertThat(answered.valueMap()).containsEntry("username", user).containsEntry("realm", "policed");
        assertThat(answered.detail())
                .containsEntry("serial", serial)
                .containsEntry("message", "Found matching challenge");
        String token = answered.valueMap().get("token").toString();
        assertThat(server.tenant().anyone().bearing(token).get("/token/").status())
                .isEqualTo(200);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(4031);
    }
}
