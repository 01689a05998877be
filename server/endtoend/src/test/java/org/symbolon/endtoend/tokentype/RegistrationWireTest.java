package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;

/** Codes that are good for one log-in, over the wire. */
@PolicyTest
class RegistrationWireTest {

    private PolicyServer server;
    private Tenant tenant;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        tenant = server.tenant();
    }

    private static String code(Answer enrolled) {
        return (String) enrolled.detail().get("registrationcode");
    }

    @Test
    void aCodeLetsItsOwnerInOnceAndIsGoneAfterwards() {
        Answer enrolled = tenant.enrol("REGONE", "user1", "type", "registration");
        assertValue(
                enrolled,
                "true",
                """
                {'serial': 'REGONE', 'registrationcode': '~[A-Za-z0-9]{24}',
                 'otpkey': {'description': 'OTP seed', 'value': '~seed://[A-Za-z0-9]{24}', 'img': '~data:image/png;base64,.+'}}
                """);

        assertDecision(tenant.check("user1", "no" + code(enrolled)), false, "{'message': 'wrong otp pin'}");
        assertDecision(
                tenant.check("user1", code(enrolled)),
                true,
                "{'message': 'matching 1 tokens', 'otplen': 24, 'serial': 'REGONE', 'type': 'registration'}");
        assertDecision(tenant.check("user1", code(enrolled)), false, "{'message': 'The user has no tokens assigned'}");
        assertThat(tenant.admin().get("/token/", "serial", "REGONE").rows("tokens"))
                .isEmpty();
    }

    @Test
    void ofManyLogInsAtOnceOneIsLetIn() {
        String code = code(tenant.enrol("REGRACE", "user2", "type", "registration"));

        Stream<CompletableFuture<Answer>> answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> tenant.check("user2", code)));

        assertThat(answers.toList().stream().map(CompletableFuture::join))
                .filteredOn(Answer::isAccepted)
                .hasSize(1);
    }

    @Test
    void aCodeThatAnswersAChallengeIsGoneAsWell() {
        server.policy("authentication", "challenge_response=registration", "user3");
        tenant.enrol("REGASKED", "user3", "type", "registration", "otpkey", "welcome", "pin", "1234");
        String transaction =
                tenant.check("user3", "1234").detail().get("transaction_id").toString();

        assertThat(tenant.check("user3", "welcome", "transaction_id", transaction)
                        .isAccepted())
                .isTrue();
        assertThat(tenant.check("user3", "1234welcome").isAccepted()).isFalse();
    }

    @Test
    @ShowsEffect({"enrollment/registration.length", "enrollment/registration.contents"})
    void policiesSayWhatCodesAreMadeOf() {
        server.policy("enrollment", "registration.length=20, registration.contents=+n", "user4");

        assertThat(code(tenant.enrol("REGSAID", "user4", "type", "registration", "registration.length", "1")))
                .matches("[0-9]{20}");
        assertThat(code(tenant.enrol("REGFREE", "user5", "type", "registration", "registration.length", "1")))
                .matches("[A-Za-z0-9]{24}");
    }
}
