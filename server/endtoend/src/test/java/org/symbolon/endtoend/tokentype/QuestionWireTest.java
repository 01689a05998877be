package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Questions that only the owner can answer, over the wire. */
@PolicyTest
class QuestionWireTest {

    private static final Map<String, String> ANSWERS = Map.of("Pet?", "Rex", "Town?", "Kassel", "Car?", "Trabant");
    private static final String JSON = "{\"Pet?\": \"Rex\", \"Town?\": \"Kassel\", \"Car?\": \"Trabant\"}";

    private PolicyServer server;
    private ApiClient admin;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        admin = server.admin();
        admin.post("/system/setConfig", "question.num_answers", "3");
    }

    private void enrol(String serial, String user) {
        assertValue(
                admin.post(
                        "/token/init",
                        "type",
                        "question",
                        "serial",
                        serial,
                        "user",
                        user,
                        "realm",
                        "policed",
                        "pin",
                        "1234",
                        "questions",
                        JSON),
                "true",
                "{'serial': '" + serial + "'}");
    }

    private static String asked(Answer challenge) {
        return challenge.detail().get("message").toString();
    }

    private Answer answer(Answer challenge, String serial, String answer) {
        return admin.post(
                "/validate/check",
                "serial",
                serial,
                "transaction_id",
                challenge.detail().get("transaction_id").toString(),
                "pass",
                answer);
    }

    @Test
    void thePinAsksAQuestionAndItsAnswerLogsIn() {
        enrol("QUSTONE", "user1");

        Answer challenge = admin.check("serial", "QUSTONE", "1234");
        assertThat(ANSWERS).containsKey(asked(challenge));
        assertDecision(
                challenge,
                "false",
                "CHALLENGE",
                """
                {'message': '~.*[?]', 'messages': ['~.*[?]'], 'serial': 'QUSTONE', 'type': 'question',
                 'client_mode': 'interactive', 'preferred_client_mode': 'interactive',
                 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
                 'attributes': {'valid_until': '~[-0-9]{10} [0-9:]{8}[.][0-9]{6}'},
                 'multi_challenge': [{'client_mode': 'interactive', 'message': '~.*[?]', 'serial': 'QUSTONE',
                   'transaction_id': '~[0-9]{20}', 'type': 'question',
                   'attributes': {'valid_until': '~[-0-9]{10} [0-9:]{8}[.][0-9]{6}'}}]}
                """);

        assertThat(answer(challenge, "QUSTONE", "nonsense").value()).isEqualTo(false);
        assertThat(answer(challenge, "QUSTONE", ANSWERS.get(asked(challenge))).value())
                .isEqualTo(true);
        assertThat(answer(challenge, "QUSTONE", ANSWERS.get(asked(challenge))).value())
                .isEqualTo(false);
    }

    @Test
    @ShowsEffect("authentication/question_number")
    void aPolicyWantsSeveralAnswersOneAfterAnother() {
        server.policy("authentication", "question_number=2", "user2");
        enrol("QUSTTWO", "user2");

        Answer first = admin.check("serial", "QUSTTWO", "1234");
        Answer second = answer(first, "QUSTTWO", ANSWERS.get(asked(first)));
        assertThat(second.value()).isEqualTo(false);
        assertThat(asked(second)).isNotEqualTo(asked(first));
        assertThat(second.detail().get("transaction_id"))
                .isNotEqualTo(first.detail().get("transaction_id"));
        assertThat(answer(second, "QUSTTWO", ANSWERS.get(asked(second))).value())
                .isEqualTo(true);
    }

    @Test
    void answersAreShownToNobody() {
        enrol("QUSTHID", "user3");

        Map<?, ?> info = (Map<?, ?>) ((Map<?, ?>) server.tenant().listed("QUSTHID")).get("info");
        assertThat(info.containsKey("Pet?")).isTrue();
        assertThat(info.get("Pet?.type")).isEqualTo((Object) "password");
        assertThat(info.toString()).doesNotContain("Rex", "Kassel", "Trabant");
    }

    @Test
    void questionsCanBeSentAsAnObject() {
        String body = "{\"type\": \"question\", \"serial\": \"QUSTOBJ\", \"questions\": " + JSON + "}";
        Answer enrolled = admin.post("/token/init", "application/json", body.getBytes(StandardCharsets.UTF_8));

        assertThat(enrolled.value()).isEqualTo(true);
    }

    @Test
    void tooFewAnswersAreRefused() {
        assertRefusal(
                admin.post("/token/init", "type", "question", "questions", "{\"Pet?\": \"Rex\"}"),
                400,
                301,
                "ERR301: You need to provide at least 3 answers.");
        assertRefusal(
                admin.post("/token/init", "type", "question"), 400, 905, "ERR905: Missing parameter: 'questions'");
    }
}
