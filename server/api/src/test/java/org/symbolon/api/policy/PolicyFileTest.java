package org.symbolon.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyView;

/** A file of policies holds all that they say, whatever that is. */
class PolicyFileTest {

    private static final List<String> TEXTS = List.of(
            "a",
            "None",
            "True",
            "False",
            "5",
            "it's",
            "say \"so\"",
            "both ' and \"",
            "'quoted text'",
            "\"quoted\"",
            "back\\slash",
            "\\",
            "two\nlines",
            "tab\there",
            "carriage\rreturn",
            "[bracket",
            "[both brackets]",
            "(round",
            "{curly: 1}",
            "a = b",
            "# no comment",
            "; neither",
            "größe €",
            "a\u2028b",
            "\uD83D\uDE00",
            "x\u0001y");

    /** No such name can be in a policy: it would be taken for an expression, and is none. */
    private static final Set<String> NO_NAMES = Set.of("[bracket", "(round", "{curly: 1}");

    private final Random random = new Random(1);

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String name() {
        String name = text();
        return NO_NAMES.contains(name) ? name() : name;
    }

    private List<String> list() {
        return Stream.generate(this::name).limit(random.nextInt(4)).toList();
    }

    private List<PolicyAction> actions() {
        return Stream.generate(() -> new PolicyAction(
                        name().replace("=", ""),
                        random.nextBoolean() ? null : text() + (random.nextBoolean() ? "=" : "")))
                .limit(1 + random.nextInt(4))
                .collect(Collectors.toMap(PolicyAction::name, action -> action, (one, other) -> one))
                .values()
                .stream()
                .map(action -> new PolicyAction(
                        action.name().strip(),
                        action.value() == null ? null : action.value().strip()))
                .toList();
    }

    private PolicyView policy(int number) {
        PolicyTerms terms = new PolicyTerms(
                text(),
                actions(),
                list(),
                list(),
                list(),
                list(),
                list(),
                list(),
                random.nextBoolean() ? List.of() : List.of("10.0.0.0/8", "!10.1.0.0/16"),
                text(),
                random.nextBoolean(),
                1 + random.nextInt(5));
        List<PolicyCondition> conditions = Stream.generate(
                        () -> new PolicyCondition(text(), text(), text(), text(), random.nextBoolean()))
                .limit(random.nextInt(3))
                .toList();
        return new PolicyView(number, "policy " + number + ".x_-", random.nextBoolean(), terms, conditions);
    }

    @Test
    void nothingIsLostOnTheWay() {
        List<PolicyView> policies = new ArrayList<>();
        for (int number = 1; number <= 2_000; number++) {
            policies.add(policy(number));
        }
        PolicySet all = PolicySet.of(policies);

        PolicySet again = PolicyDraft.over(PolicySet.EMPTY, PolicyFile.write(policies), List.of());

        assertThat(again.all()).containsExactlyElementsOf(all.all());
    }

    @Test
    void aDraftKeepsWhatItDoesNotName() {
        PolicySet current = PolicySet.of(List.of(policy(1), policy(2), policy(7)));

        PolicySet drafted = PolicyDraft.over(
                current,
                """
                [policy 2.x_-]
                scope = admin
                action = {'enable': True}
                priority = 3
                [new]
                scope = user
                action = disable
                active = False
                """,
                List.of("policy 1.x_-"));

        assertThat(drafted.all())
                .extracting(PolicyView::name)
                .containsExactlyInAnyOrder("policy 2.x_-", "policy 7.x_-", "new");
        PolicyView changed = find(drafted, "policy 2.x_-");
        PolicyView former = find(current, "policy 2.x_-");
        assertThat(changed.id()).isEqualTo(2);
        assertThat(changed.terms().scope()).isEqualTo("admin");
        assertThat(changed.terms().priority()).isEqualTo(3);
        assertThat(changed.terms().users()).isEqualTo(former.terms().users());
        assertThat(changed.conditions()).isEqualTo(former.conditions());
        assertThat(find(drafted, "policy 7.x_-")).isEqualTo(find(current, "policy 7.x_-"));
        assertThat(find(drafted, "new").id()).isEqualTo(8);
        assertThat(find(drafted, "new").active()).isFalse();
    }

    private static PolicyView find(PolicySet policies, String name) {
        return policies.all().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
