package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.policy.matching.SamplePolicy.named;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;

class PolicyAnswerTest {

    private final List<String> effective = new ArrayList<>();

    private PolicyAnswer ask(Action action, SamplePolicy... policies) {
        for (SamplePolicy policy : policies) {
            policy.scope(action.scope().wire());
        }
        PolicyQuestion question = PolicyQuestion.of(action.scope().wire()).about(action.name());
        return new PolicyAnswer(action, SamplePolicy.set(policies).matching(question), effective::add);
    }

    private PolicyAnswer otppin(SamplePolicy... policies) {
        return ask(AuthenticationActions.OTPPIN, policies);
    }

    @Test
    void oneMatchingPolicyIsEnoughForAFlag() {
        assertThat(otppin(named("a").action("*").priority(9)).isSet()).isTrue();
        assertThat(otppin(named("a").action("other")).isSet()).isFalse();
        assertThat(effective).containsExactly("a");
    }

    @Test
    void theStrongestPoliciesSayTheValue() {
        assertThat(otppin(
                                named("weak").action("otppin=none").priority(2),
                                named("strong").action("otppin=userstore"))
                        .value())
                .contains("userstore");
        assertThat(effective).containsExactly("strong");
    }

    @Test
    void policiesOfOneStrengthMustAgree() {
        assertThat(otppin(named("a").action("otppin=none"), named("b").action("otppin=none"))
                        .value())
                .contains("none");
        assertThatThrownBy(() -> otppin(
                                named("a").action("otppin=none"), named("b").action("otppin=userstore"))
                        .value())
                .isInstanceOfSatisfying(PolicyRefusal.class, refusal -> {})
                .hasMessage("There are policies with conflicting actions: ['a', 'b']");
    }

    @Test
    void wordsOfOnePolicyAreInConflictWithEachOther() {
        assertThatThrownBy(
                        () -> otppin(named("a").action("otppin=none userstore")).value())
                .hasMessage("There are policies with conflicting actions: ['a']");
        assertThat(otppin(named("a").action("otppin=none none")).value()).contains("none");
    }

    @Test
    void quotesHoldAValueTogether() {
        assertThat(otppin(named("a").action("otppin='none userstore'")).value()).contains("none userstore");
        assertThat(ask(AuthenticationActions.CHALLENGE_TEXT, named("a").action("challenge_text=' text '"))
                        .value())
                .contains(" text ");
    }

    @Test
    void aTextKeepsItsBlanks() {
        assertThat(ask(AuthenticationActions.CHALLENGE_TEXT, named("a").action("challenge_text=Your  value: please"))
                        .value())
                .contains("Your  value: please");
    }

    @Test
    void valuesOfAllStrengthsAreUnited() {
        PolicyAnswer answer = ask(
                AuthenticationActions.CHALLENGE_RESPONSE,
                named("a").action("challenge_response=hotp  totp"),
                named("b").action("challenge_response=totp sms").priority(5));

        assertThat(answer.values()).containsExactly("hotp", "totp", "sms");
        assertThat(effective).containsExactly("a", "b");
    }

    @Test
    void aWildcardHasNoValueAndStillHidesWeakerPolicies() {
        assertThat(otppin(
                                named("any").action("*"),
                                named("weak").action("otppin=none").priority(2))
                        .value())
                .isEmpty();
        assertThat(effective).isEmpty();
    }

    @Test
    void aValueThatIsMissingIsRefused() {
        assertThatThrownBy(() -> otppin(named("a").action("otppin")).value())
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage("The policy 'a' names the action 'otppin' without a value.");
    }

    @Test
    void noPolicySaysNothing() {
        assertThat(otppin().value()).isEmpty();
        assertThat(otppin().values()).isEmpty();
    }

    @Test
    void lookingAtPoliciesIsNoEffect() {
        PolicyAnswer answer = otppin(named("a").action("otppin=none"));

        assertThat(answer.names()).containsExactly("a");
        assertThat(answer.policies()).hasSize(1);
        assertThat(effective).isEmpty();
    }
}
