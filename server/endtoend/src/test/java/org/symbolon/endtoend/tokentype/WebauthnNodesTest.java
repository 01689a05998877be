package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.TwoServers;

/** Two nodes, and devices whose signatures and keys come to both at once. */
@ExtendWith(TwoServers.class)
class WebauthnNodesTest {

    private static final int ROUNDS = 8;

    private static List<ApiClient> admins;
    private static List<WebauthnUser> nodes;

    @BeforeAll
    static void prepare(TwoServers.Pair servers) {
        servers.tenant("twice", 40);
        admins = servers.admins();
        PoliciesInUse policies = new PoliciesInUse(admins.get(0), "twice");
        policies.use("enrollment", PasskeyUser.DOMAIN);
        policies.use("authentication", "webauthn_usernameless_authn");
        policies.use("admin", "*");
        nodes = admins.stream().map(admin -> new WebauthnUser(admin, "twice")).toList();
    }

    private static List<Answer> atOnce(Function<WebauthnUser, Answer> request) {
        return TwoServers.atOnce(nodes, request);
    }

    private static SoftDevice enrolled(String user, String serial, String id) {
        SoftDevice device = SoftDevice.of(-7, id);
        Answer answer = nodes.get(0).enrol(user, serial, device, "pin", "1234");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return device;
    }

    @Test
    void aSignatureIsAcceptedOnceWhateverNodesItComesTo() {
        SoftDevice counting = enrolled("user2", "WANCOUNTS", "d2");
        for (int round = 0; round < ROUNDS; round++) {
            assertAcceptedOnce("WANCOUNTS", counting);
        }
    }

    private static void assertAcceptedOnce(String serial, SoftDevice device) {
        Answer asked = nodes.get(0).post("/validate/check", Map.of("serial", serial, "pass", "1234"));
        Map<String, String> signed = device.answer(WebauthnUser.challenge(asked));

        List<Answer> answers = atOnce(node -> node.answer("serial", serial, asked, signed));

        assertThat(answers).filteredOn(Answer::isAccepted).hasSize(1);
        assertThat(answers).filteredOn(Answer::isRejected).hasSize(3);
    }

    @Test
    void aDeviceThatDoesNotCountIsAcceptedOnceForEachChallenge() {
        SoftDevice device = SoftDevice.of(-7, "d3");
        device.counter = 0;
        assertThat(nodes.get(0).enrol("user3", "WANZERO", device, "pin", "1234").status())
                .isEqualTo(200);
        for (int round = 0; round < ROUNDS; round++) {
            assertAcceptedOnce("WANZERO", device);
        }
    }

    @Test
    void aChallengeForAnybodyIsAnsweredOnce() {
        SoftDevice device = SoftDevice.of(-7, "d4");
        device.counter = 0;
        assertThat(nodes.get(0).enrol("user4", "WANNAMELESS", device).status()).isEqualTo(200);
        for (int round = 0; round < ROUNDS; round++) {
            Answer invited = nodes.get(round % 2).post("/validate/triggerchallenge", Map.of("type", "webauthn"));
            Map<String, String> signed = new HashMap<>(device.answer(WebauthnUser.challenge(invited)));
            signed.put("type", "webauthn");
            signed.put("userhandle", "WANNAMELESS");

            List<Answer> answers = atOnce(node -> node.post("/validate/check", signed));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 400)
                    .hasSize(3)
                    .allMatch(answer -> answer.errorMessage().equals("ERR401: Passkey challenge already used."));
        }
    }

    @Test
    void aPasskeyAnswersAChallengeOnceWhateverNodesItComesTo() {
        List<PasskeyUser> browsers = passkeyUsers();
        SoftDevice device = SoftDevice.of(-7, "d6");
        device.counter = 0;
        Answer begun = browsers.get(0).begin("user6", "PIPKNODES");
        assertThat(browsers.get(1)
                        .finish("PIPKNODES", begun, device.makePasskey(PasskeyUser.nonce(begun)))
                        .status())
                .isEqualTo(200);
        for (int round = 0; round < ROUNDS; round++) {
            Answer initialized = browsers.get(round % 2).initialize();
            Map<String, String> signed = new HashMap<>(device.answerPasskey(PasskeyUser.challenge(initialized)));
            signed.put("transaction_id", PasskeyUser.transaction(initialized));

            List<Answer> answers = atOnce(node -> node.post("/validate/check", signed));

            assertThat(answers).filteredOn(Answer::isAccepted).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(3);
        }
    }

    private static List<PasskeyUser> passkeyUsers() {
        return admins.stream().map(admin -> new PasskeyUser(admin, "twice")).toList();
    }

    @Test
    void aKeyBecomesOneTokenWhateverNodesEnrolIt() {
        for (int round = 0; round < ROUNDS; round++) {
            SoftDevice device = SoftDevice.of(-7, "ee%02x".formatted(round));
            Map<WebauthnUser, Answer> begun = new HashMap<>();
            List<String> serials = List.of("WANA" + round, "WANB" + round);
            for (int node = 0; node < 2; node++) {
                begun.put(nodes.get(node), nodes.get(node).begin("user5", serials.get(node)));
            }
            List<CompletableFuture<Answer>> ends = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                WebauthnUser there = nodes.get(node);
                String serial = serials.get(node);
                Map<String, String> made = device.make(WebauthnUser.nonce(begun.get(there)));
                ends.add(CompletableFuture.supplyAsync(() -> there.finish("user5", serial, begun.get(there), made)));
            }
            assertThat(ends.stream().map(CompletableFuture::join).map(Answer::status))
                    .containsExactlyInAnyOrder(200, 400);
        }
    }
}
