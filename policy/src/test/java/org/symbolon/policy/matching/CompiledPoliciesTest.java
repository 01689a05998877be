package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.policy.matching.SamplePolicy.named;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledPoliciesTest {

    private static final PolicyQuestion ENABLE = PolicyQuestion.of("user").about("enable");

    private static List<String> matching(CompiledPolicies policies, PolicyQuestion question) {
        return policies.matching(question).stream().map(CompiledPolicy::name).toList();
    }

    @Test
    void answersWithAllThatMatchTheStrongestFirst() {
        CompiledPolicies policies = SamplePolicy.set(
                named("weak").priority(3),
                named("other").action("disable"),
                named("strong").priority(1),
                named("any").action("*").priority(2));

        assertThat(matching(policies, ENABLE)).containsExactly("strong", "any", "weak");
    }

    @Test
    void ofEqualStrengthThoseForSomeClientsComeFirstThenTheOldest() {
        CompiledPolicies policies = SamplePolicy.set(
                named("b"),
                named("a"),
                named("client2").clients("10.0.0.0/8"),
                named("client1").clients("10.0.0.1"),
                named("strong client").clients("0.0.0.0/0").priority(2));

        assertThat(matching(policies, ENABLE.at(null, "10.0.0.1", null)))
                .containsExactly("client2", "client1", "b", "a", "strong client");
    }

    @Test
    void aQuestionWithoutAnActionIsAboutAllOfTheScope() {
        CompiledPolicies policies = SamplePolicy.set(
                named("a").action("enable"),
                named("b").action("disable"),
                named("c").scope("admin"));

        assertThat(matching(policies, PolicyQuestion.of("user"))).containsExactly("a", "b");
    }

    @Test
    void whatMatchedOnceIsJudgedAnewForTheNextQuestion() {
        CompiledPolicies policies =
                SamplePolicy.set(named("a").users("alice"), named("b").users("bob"));

        assertThat(matching(policies, ENABLE.forUser("alice", null, null, List::of)))
                .containsExactly("a");
        assertThat(matching(policies, ENABLE.forUser("bob", null, null, List::of)))
                .containsExactly("b");
    }

    @Test
    void aScopeIsThereAsSoonAsOnePolicyOfItIsInUse() {
        CompiledPolicies policies = SamplePolicy.set(
                named("a").scope("admin").time("Mon: 0-0").nodes("elsewhere").action("nothing"),
                named("b").scope("user").active(false));

        assertThat(policies.hasScope("admin")).isTrue();
        assertThat(policies.hasScope("user")).isFalse();
        assertThat(policies.all()).extracting(CompiledPolicy::name).containsExactly("a", "b");
    }

    @Test
    void noPoliciesAnswerNothing() {
        assertThat(SamplePolicy.set()).isSameAs(CompiledPolicies.NONE);
        assertThat(matching(CompiledPolicies.NONE, ENABLE)).isEmpty();
    }

    @Test
    void onePolicyOfWhichItCannotBeToldSpoilsTheAnswer() {
        CompiledPolicies policies = SamplePolicy.set(named("good"), named("bad").users("("));

        assertThat(matching(policies, ENABLE)).containsExactly("good", "bad");
        assertThatThrownBy(() -> matching(policies, ENABLE.forUser("alice", null, null, List::of)))
                .isInstanceOf(PolicyRefusal.class);
    }
}
