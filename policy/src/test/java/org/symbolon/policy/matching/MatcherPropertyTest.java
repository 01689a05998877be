package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.policy.PolicyView;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;

/** The matcher and the slow one agree, whatever the policies and the questions are. */
class MatcherPropertyTest {

    private static final int PAIRS = 100_000;
    private static final int QUESTIONS_EACH = 4;
    private static final String REFUSED = "refused";

    private int matched;
    private int refused;

    @Test
    void agreesWithTheDescriptionOfPolicies() {
        for (int number = 0; number < PAIRS / QUESTIONS_EACH; number++) {
            RandomPolicies random = new RandomPolicies(new Random(number));
            List<PolicyView> policies = random.policies();
            CompiledPolicies compiled = CompiledPolicies.of(PolicySet.of(policies));
            for (int question = 0; question < QUESTIONS_EACH; question++) {
                compare("seed " + number + ", question " + question, policies, compiled, random.question());
            }
        }
        assertThat(matched).as("pairs with a match").isGreaterThan(PAIRS / 20);
        assertThat(refused).as("pairs with a refusal").isBetween(PAIRS / 50, PAIRS / 2);
    }

    private void compare(String which, List<PolicyView> policies, CompiledPolicies compiled, PolicyQuestion question) {
        SlowMatcher slow = new SlowMatcher(policies, question);
        Object names = result(() ->
                compiled.matching(question).stream().map(CompiledPolicy::name).toList());
        assertThat(names)
                .as(() -> which + "\n" + policies + "\n" + question)
                .isEqualTo(result(
                        () -> slow.matching().stream().map(PolicyView::name).toList()));
        matched += names instanceof List<?> list && !list.isEmpty() ? 1 : 0;
        refused += names.equals(REFUSED) ? 1 : 0;
        if (!names.equals(REFUSED) && "otppin".equals(question.action())) {
            compareValues(which, slow, compiled.matching(question));
        }
    }

    private static void compareValues(String which, SlowMatcher slow, List<CompiledPolicy> matching) {
        Action action = AuthenticationActions.OTPPIN;
        PolicyAnswer answer = new PolicyAnswer(action, matching, name -> {});
        assertThat(result(answer::value)).as(which).isEqualTo(result(slow::value));
        assertThat(result(answer::values)).as(which).isEqualTo(result(() -> slow.values(policy -> true)));
    }

    private static Object result(Supplier<?> question) {
        try {
            return question.get();
        } catch (PolicyRefusal | SlowMatcher.Refused refusal) {
            return REFUSED;
        }
    }
}
