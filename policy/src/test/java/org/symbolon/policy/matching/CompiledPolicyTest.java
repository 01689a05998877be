package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.policy.matching.CompiledPolicy.Verdict;
import org.symbolon.policy.matching.PolicyQuestion.Conditions;

class CompiledPolicyTest {

    /** A Monday. */
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-23T12:00");

    private static final PolicyQuestion ENABLE = PolicyQuestion.of("user").about("enable");

    private static PolicyQuestion byAlice(List<String> allResolvers) {
        return ENABLE.forUser("alice", List.of("realm1"), "corp", () -> allResolvers);
    }

    private static Verdict verdict(SamplePolicy policy, PolicyQuestion question) {
        return policy.compiled().verdict(question);
    }

    private static SamplePolicy policy() {
        return SamplePolicy.named("p");
    }

    @Test
    void onlyPoliciesOfTheScopeInUseMatter() {
        assertThat(verdict(policy(), ENABLE)).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy().active(false), ENABLE)).isEqualTo(Verdict.INACTIVE);
        assertThat(verdict(policy().scope("admin"), ENABLE)).isEqualTo(Verdict.OTHER_SCOPE);
    }

    @Test
    void namesOfActionsAreExpressionsToo() {
        assertThat(verdict(policy().action("disable"), ENABLE)).isEqualTo(Verdict.OTHER_ACTION);
        assertThat(verdict(policy().action("*"), ENABLE)).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy().action("en.*"), ENABLE)).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy().action("*, -enable"), ENABLE)).isEqualTo(Verdict.OTHER_ACTION);
    }

    @Test
    void aPolicyWithoutActionsAnswersNoQuestionAboutOne() {
        assertThat(verdict(policy().action(""), ENABLE)).isEqualTo(Verdict.OTHER_ACTION);
        assertThat(verdict(policy().action(""), PolicyQuestion.of("user"))).isEqualTo(Verdict.MATCHES);
    }

    @Test
    void blanksAroundTheEqualsSignBelongToTheName() {
        PolicyQuestion otppin = PolicyQuestion.of("authentication").about("otppin");
        SamplePolicy spaced = policy().scope("authentication").action("otppin = none");

        assertThat(verdict(spaced, otppin)).isEqualTo(Verdict.OTHER_ACTION);
        assertThat(spaced.compiled().valueOf("otppin ")).contains(" none");
        assertThat(policy().action("a=b=c, d").compiled().valueOf("a")).contains("b=c");
        assertThat(policy().action("a=b=c, d").compiled().valueOf("d")).isEmpty();
        assertThat(policy().action("a=b=c, d").compiled().names("d")).isTrue();
    }

    @Test
    void userRealmAndResolverMustFit() {
        PolicyQuestion alice = byAlice(List.of());

        assertThat(verdict(policy().users("alice").realms("realm1").resolvers("corp"), alice))
                .isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy().users("bob"), alice)).isEqualTo(Verdict.OTHER_USER);
        assertThat(verdict(policy().realms("realm2"), alice)).isEqualTo(Verdict.OTHER_REALM);
        assertThat(verdict(policy().resolvers("ldap"), alice)).isEqualTo(Verdict.OTHER_RESOLVER);
        assertThat(verdict(policy().resolvers("*, -corp"), alice)).isEqualTo(Verdict.MATCHES);
    }

    @Test
    void whatTheQuestionLeavesOpenDoesNotMatterAndNobodyIsSomebody() {
        SamplePolicy narrow = policy().users("bob").realms("realm2").resolvers("ldap");
        PolicyQuestion nobody = ENABLE.forUser("", List.of(""), "", List::of);

        assertThat(verdict(narrow, ENABLE)).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(narrow, nobody)).isEqualTo(Verdict.OTHER_USER);
        assertThat(verdict(policy(), nobody)).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy().users("*").realms("*").resolvers("*"), nobody))
                .isEqualTo(Verdict.MATCHES);
    }

    @Test
    void allResolversOfTheUserCountWhereThePolicySaysSo() {
        SamplePolicy policy = policy().resolvers("ldap, sql").checkAllResolvers();

        assertThat(verdict(policy, byAlice(List.of("corp", "sql")))).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy, byAlice(List.of("corp")))).isEqualTo(Verdict.OTHER_RESOLVER);
        assertThat(verdict(policy().resolvers("l.*").checkAllResolvers(), byAlice(List.of("ldap"))))
                .isEqualTo(Verdict.OTHER_RESOLVER);
    }

    @Test
    void lookingAtAllResolversNeedsAListAUserAndARealm() {
        PolicyQuestion noUser = ENABLE.forUser("", List.of("realm1"), "ldap", () -> List.of("ldap"));
        PolicyQuestion noRealm = ENABLE.forUser("alice", List.of(""), "ldap", () -> List.of("ldap"));

        assertThat(verdict(policy().checkAllResolvers(), byAlice(List.of("corp"))))
                .isEqualTo(Verdict.OTHER_RESOLVER);
        assertThat(verdict(policy().resolvers("ldap").checkAllResolvers(), noUser))
                .isEqualTo(Verdict.OTHER_RESOLVER);
        assertThat(verdict(policy().resolvers("ldap").checkAllResolvers(), noRealm))
                .isEqualTo(Verdict.OTHER_RESOLVER);
        assertThat(verdict(policy().checkAllResolvers(), ENABLE)).isEqualTo(Verdict.MATCHES);
    }

    @Test
    void administratorsAreKnownByNameAndRealm() {
        PolicyQuestion helpdesk = ENABLE.byAdmin("anna", "helpdesk");
        PolicyQuestion local = ENABLE.byAdmin("anna", "");

        assertThat(verdict(policy().adminRealms("helpdesk").adminUsers("an.*"), helpdesk))
                .isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy().adminRealms("other"), helpdesk)).isEqualTo(Verdict.OTHER_ADMIN_REALM);
        assertThat(verdict(policy().adminUsers("*, -anna"), helpdesk)).isEqualTo(Verdict.OTHER_ADMIN_USER);
        assertThat(verdict(policy().adminRealms("helpdesk"), local)).isEqualTo(Verdict.OTHER_ADMIN_REALM);
        assertThat(verdict(policy().adminRealms("*"), local)).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy(), local)).isEqualTo(Verdict.MATCHES);
    }

    @Test
    void nodesAreNamedExactly() {
        PolicyQuestion here = ENABLE.at("node1", null, null);

        assertThat(verdict(policy().nodes("node2, node1"), here)).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy().nodes("node.*"), here)).isEqualTo(Verdict.OTHER_NODE);
        assertThat(verdict(policy().nodes("*"), here)).isEqualTo(Verdict.OTHER_NODE);
        assertThat(verdict(policy().nodes("node2"), ENABLE)).isEqualTo(Verdict.MATCHES);
    }

    @Test
    void clientAndTimeMustFit() {
        PolicyQuestion here = ENABLE.at(null, "10.0.0.1", NOON);

        assertThat(verdict(policy().clients("10.0.0.0/8").time("Mon: 8-18"), here))
                .isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy().clients("-10.0.0.1"), here)).isEqualTo(Verdict.OTHER_CLIENT);
        assertThat(verdict(policy().time("Tue: 8-18"), here)).isEqualTo(Verdict.OTHER_TIME);
        assertThat(verdict(policy().clients("11.0.0.1").time("Tue: 8-18"), ENABLE))
                .isEqualTo(Verdict.MATCHES);
    }

    @Test
    void conditionsStopAtTheFirstThatIsFalse() {
        PolicyQuestion of = ENABLE.holding(SampleFacts.ofUser(Map.of("a", "1")), Conditions.ALL);

        assertThat(verdict(policy().condition("userinfo", "a", "equals", "1"), of))
                .isEqualTo(Verdict.MATCHES);
        assertThat(verdict(
                        policy().condition("userinfo", "a", "equals", "2").condition("userinfo", "b", "equals", "2"),
                        of))
                .isEqualTo(Verdict.CONDITION_FALSE);
        assertThatThrownBy(() -> verdict(
                        policy().condition("userinfo", "a", "equals", "1").condition("userinfo", "b", "equals", "2"),
                        of))
                .isInstanceOf(PolicyRefusal.class);
    }

    @Test
    void conditionsOutOfUseAreSkipped() {
        assertThat(verdict(policy().inactiveCondition("no section", "", "no comparator", ""), ENABLE))
                .isEqualTo(Verdict.MATCHES);
    }

    @Test
    void conditionsMatterOnlyWhereAllElseFits() {
        SamplePolicy policy = policy().condition("token", "a", "equals", "1");

        assertThat(verdict(policy.time("Tue: 8-18"), ENABLE.at(null, null, NOON)))
                .isEqualTo(Verdict.OTHER_TIME);
    }

    @Test
    void aQuestionMayLookAtSomeConditionsOnly() {
        SamplePolicy policy = policy().condition("token", "a", "equals", "1").condition("userinfo", "a", "equals", "2");
        SampleFacts facts = SampleFacts.ofUser(Map.of("a", "1"));

        assertThat(verdict(policy, ENABLE.holding(facts, Conditions.NONE))).isEqualTo(Verdict.MATCHES);
        assertThat(verdict(policy, ENABLE.holding(facts, Conditions.USER_INFO))).isEqualTo(Verdict.CONDITION_FALSE);
        assertThatThrownBy(() -> verdict(policy, ENABLE.holding(facts, Conditions.ALL)))
                .isInstanceOf(PolicyRefusal.class);
    }
}
