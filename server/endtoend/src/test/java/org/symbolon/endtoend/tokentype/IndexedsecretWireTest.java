package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;

/** Secrets of which some characters are asked for, over the wire. */
@PolicyTest
class IndexedsecretWireTest {

    private static final String SECRET = "abcdefghijklmnop";

    private PolicyServer server;
    private Tenant tenant;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        tenant = server.tenant();
    }

    private Answer enrol(String serial, String user) {
        return tenant.enrol(serial, user, "type", "indexedsecret", "otpkey", SECRET, "pin", "1234");
    }

    private static String right(String positions) {
        return Arrays.stream(positions.split(","))
                .map(place -> SECRET.substring(Integer.parseInt(place) - 1, Integer.parseInt(place)))
                .collect(Collectors.joining());
    }

    private static String right(Answer challenge) {
        List<?> positions = (List<?>) ((Map<?, ?>) challenge.detail().get("attributes")).get("random_positions");
        return right(positions.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private Answer answer(String user, Answer challenge, String typed) {
        return tenant.check(
                user,
                typed,
                "transaction_id",
                challenge.detail().get("transaction_id").toString());
    }

    @Test
    void thePinAsksForTwoPositionsAndTheirCharactersLogInOnce() {
        assertValue(
                enrol("IXONE", "user1"),
                "true",
                """
                {'serial': 'IXONE',
                 'otpkey': {'description': 'OTP seed', 'value': 'seed://abcdefghijklmnop', 'img': '~data:image/png;base64,.+'}}
                """);

        Answer challenge = tenant.check("user1", "1234");
        assertDecision(
                challenge,
                "false",
                "CHALLENGE",
                """
                {'message': '~Please enter the positions \\\\d+,\\\\d+ from your secret[.]', 'messages': ['~.+'],
                 'serial': 'IXONE', 'type': 'indexedsecret', 'client_mode': 'interactive', 'preferred_client_mode': 'interactive',
                 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
                 'attributes': {'state': '~[0-9]{20}', 'random_positions': ['<int>', '<int>'], 'valid_until': '~.+'},
                 'multi_challenge': [{'client_mode': 'interactive', 'message': '~.+', 'serial': 'IXONE', 'type': 'indexedsecret',
                   'transaction_id': '~[0-9]{20}',
                   'attributes': {'state': '~[0-9]{20}', 'random_positions': ['<int>', '<int>'], 'valid_until': '~.+'}}]}
                """);
        assertThat(answer("user1", challenge, "??").isAccepted()).isFalse();
        assertThat(answer("user1", challenge, right(challenge)).isAccepted()).isTrue();
        assertThat(answer("user1", challenge, right(challenge)).isAccepted()).isFalse();
        assertThat(tenant.check("user1", "1234" + SECRET).isAccepted()).isFalse();
    }

    @Test
    @ShowsEffect({"authentication/indexedsecret_count", "authentication/indexedsecret_challenge_text"})
    void policiesSayHowManyPositionsAndInWhichWords() {
        server.policy(
                "authentication", "indexedsecret_count=3, indexedsecret_challenge_text=Characters {0!s}!", "user2");
        enrol("IXTHREE", "user2");

        Answer challenge = tenant.check("user2", "1234");

        assertThat(challenge.message()).matches("Characters \\d+,\\d+,\\d+!");
        assertThat(answer("user2", challenge, right(challenge)).isAccepted()).isTrue();
    }

    @Test
    void oneAfterTheOtherIsAskedForWhereTheTokenSaysSo() {
        enrol("IXSTEPS", "user3");
        tenant.admin().post("/token/info/IXSTEPS/multichallenge", "value", "True");

        Answer first = tenant.check("user3", "1234");
        Answer second = answer("user3", first, right(first));

        assertThat(right(first)).hasSize(1);
        assertThat(second.isAccepted()).isFalse();
        assertThat(second.detail().get("transaction_id"))
                .isNotEqualTo(first.detail().get("transaction_id"));
        assertThat(answer("user3", second, right(second)).isAccepted()).isTrue();
    }

    @Test
    @ShowsEffect({"admin/indexedsecret_force_attribute", "user/indexedsecret_force_attribute"})
    void aPolicyTakesTheSecretFromTheOwner() {
        server.policy("admin", "indexedsecret_force_attribute=username", "user4");
        server.policy("user", "indexedsecret_force_attribute=username", "user4");

        Answer byAdmin = enrol("IXADMIN", "user4");
        Answer byOwner = server.user("user4")
                .post("/token/init", "type", "indexedsecret", "serial", "IXOWN", "otpkey", "mine", "pin", "1234");

        for (Answer enrolled : List.of(byAdmin, byOwner)) {
            assertThat(((Map<?, ?>) enrolled.detail().get("otpkey")).get("value"))
                    .isEqualTo((Object) "seed://user4");
        }
    }

    @Test
    void aNewTokenIsAskedForPositionsFirstWhereAPolicyWantsThat() {
        server.policy("enrollment", "verify_enrollment=indexedsecret", "user5");
        Answer enrolled = enrol("IXPROVEN", "user5");
        String message =
                ((Map<?, ?>) enrolled.detail().get("verify")).get("message").toString();
        assertThat(message).matches("Please enter the positions \\d+,\\d+ from your secret[.]");
        String positions = message.replaceAll("[^0-9,]", "");

        assertThat(verified("??").errorMessage()).contains("Verification of the new token failed.");
        assertThat(verified(right(positions)).value()).isEqualTo(true);
        assertThat(tenant.check("user5", "1234").detail()).containsKey("transaction_id");
        assertThat(tenant.admin().get("/token/", "serial", "IXPROVEN").body()).doesNotContain("verify.positions");
    }

    private Answer verified(String value) {
        return tenant.admin().post("/token/init", "serial", "IXPROVEN", "type", "indexedsecret", "verify", value);
    }
}
