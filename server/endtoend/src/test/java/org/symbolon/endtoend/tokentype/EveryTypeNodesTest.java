package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.TwoServers;
import org.symbolon.endtoend.tokentype.SecondFactors.Factor;

/**
 * Two nodes, and for each type of token somebody whose right answer comes to both at once: it counts once. What a type keeps for
 * ever, as a password, is asked for by a challenge, which is answered once.
 */
@ExtendWith(TwoServers.class)
class EveryTypeNodesTest {

    private static final int ROUNDS = 3;
    private static final String REALM = "factors";

    private static List<ApiClient> nodes;
    private static SecondFactors factors;

    @BeforeAll
    static void prepare(TwoServers.Pair servers) {
        nodes = servers.admins().stream()
                .map(admin -> admin.from(WebauthnUser.PAGE))
                .toList();
        new PoliciesInUse(nodes.get(0), "factorrights").use("admin", "*");
        factors = new SecondFactors(servers.tenant(REALM, 40));
    }

    @AfterAll
    static void stop() {
        factors.close();
    }

    static Stream<String> types() {
        return SecondFactors.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsRightIsAcceptedOnceWhateverNodesItComesTo(String type) {
        String serial = "TWICE" + type.toUpperCase(Locale.ROOT);
        Factor factor = null;
        for (int round = 0; round < ROUNDS; round++) {
            if (factor == null || TokenTypes.all().has(type, Trait.USED_ONCE)) {
                factor = factors.enrolled(
                        type, "user" + (1 + SecondFactors.types().indexOf(type)), serial);
            }
            Map<String, String> right = right(factor, serial);

            List<Answer> answers = TwoServers.atOnce(nodes, node -> check(node, serial, right));

            assertThat(answers)
                    .filteredOn(Answer::isAccepted)
                    .as("of %s", answers)
                    .hasSize(1);
            assertThat(nodes).as("afterwards").noneMatch(node -> check(node, serial, right)
                    .isAccepted());
        }
    }

    /** What is typed at once where that uses something up, or the last answer to what is asked. */
    private static Map<String, String> right(Factor factor, String serial) {
        Optional<String> value = factor.typedAtOnce();
        if (value.isPresent()) {
            return Map.of("password", SecondFactors.PIN + value.get());
        }
        Answer asked = check(nodes.get(0), serial, Map.of("password", SecondFactors.PIN));
        assertAsked(asked);
        if ("4eyes".equals(asked.detail().get("type"))) {
            asked = check(nodes.get(1), serial, answer(factor, asked));
            assertAsked(asked);
        }
        return answer(factor, asked);
    }

    private static void assertAsked(Answer asked) {
        assertThat(asked.result()).as(asked.body()).containsEntry("authentication", "CHALLENGE");
    }

    private static Map<String, String> answer(Factor factor, Answer asked) {
        Map<String, String> answer = new HashMap<>(factor.answer(asked));
        answer.put("transaction_id", asked.detail().get("transaction_id").toString());
        return answer;
    }

    /** Whose device answers types nothing. */
    private static Answer check(ApiClient node, String serial, Map<String, String> sent) {
        Map<String, String> fields = new HashMap<>(sent);
        fields.put("pass", Objects.requireNonNullElse(fields.remove("password"), ""));
        List<String> parameters = new ArrayList<>(List.of("serial", serial, "service_id", SecondFactors.SERVICE));
        fields.forEach((name, value) -> parameters.addAll(List.of(name, value)));
        return node.post("/validate/check", parameters.toArray(String[]::new));
    }
}
