package org.symbolon.projections.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyChanged;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyConditionsReplaced;
import org.symbolon.events.policy.PolicyCreated;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyDisabled;
import org.symbolon.events.policy.PolicyEnabled;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyView;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class PolicyProjectionTest {

    private static final PolicyCondition FIRST = new PolicyCondition("userinfo", "a", "equals", "1", true);
    private static final PolicyCondition SECOND = new PolicyCondition("token", "b", "in", "2", false);
    private static final PolicyTerms TERMS = new PolicyTerms(
            "authentication",
            List.of(new PolicyAction("otppin", "none"), new PolicyAction("passthru", null)),
            List.of("realm1", "realm2"),
            List.of("super"),
            List.of("alice"),
            List.of("passwd"),
            List.of("node1"),
            List.of("user1", "-user2"),
            List.of("10.0.0.0/8"),
            "Mon-Fri: 8-18",
            true,
            3);

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);

    @AfterEach
    void close() {
        database.close();
    }

    private List<PolicyView> after(Object... events) {
        stream.append(events);
        stream.projectInline(new ConfigProjection(database.jdbc()), new PolicyProjection(database.jdbc()));
        ConfigurationViews views = new ConfigurationViews(database.jdbc());
        views.reload();
        return views.current().policies().all();
    }

    private static PolicyCreated created(int id, String name, PolicyTerms terms, PolicyCondition... conditions) {
        return new PolicyCreated(name, id, true, terms, List.of(conditions));
    }

    private static PolicyTerms withPriority(int priority) {
        return new PolicyTerms(
                "admin",
                List.of(new PolicyAction("", null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                false,
                priority);
    }

    @Test
    void aPolicyLiesInTheDocumentedColumns() {
        after(created(7, "p1", TERMS, FIRST));

        assertThat(database.rows("policy"))
                .containsExactly("{action=otppin=none, passthru, active=true, adminrealm=super, adminuser=alice,"
                        + " check_all_resolvers=true, client=10.0.0.0/8, edumfanode=node1, id=7, name=p1, priority=3,"
                        + " realm=realm1, realm2, resolver=passwd, scope=authentication, time=Mon-Fri: 8-18,"
                        + " user=user1, -user2}");
        assertThat(database.rows("policycondition"))
                .containsExactly("{Key=a, Value=1, active=true, comparator=equals, id=1024, policy_id=7,"
                        + " section=userinfo}");
    }

    @Test
    void whatWasWrittenIsReadBack() {
        assertThat(after(created(7, "p1", TERMS, FIRST, SECOND)))
                .containsExactly(new PolicyView(7, "p1", true, TERMS, List.of(FIRST, SECOND)));
        assertThat(after(new PolicyDeleted("p1", 7), created(8, "p1", withPriority(1))))
                .containsExactly(new PolicyView(8, "p1", true, withPriority(1), List.of()));
    }

    @Test
    void whatHappensToAPolicyIsSeen() {
        List<PolicyView> policies = after(
                created(7, "p1", TERMS, FIRST),
                created(8, "p2", TERMS, FIRST),
                new PolicyChanged("p1", 7, withPriority(9)),
                new PolicyConditionsReplaced("p1", 7, List.of(SECOND, FIRST)),
                new PolicyDisabled("p1", 7));
        assertThat(policies)
                .containsExactly(
                        new PolicyView(8, "p2", true, TERMS, List.of(FIRST)),
                        new PolicyView(7, "p1", false, withPriority(9), List.of(SECOND, FIRST)));
        assertThat(after(new PolicyEnabled("p1", 7)).get(1).active()).isTrue();
        assertThat(after(new PolicyConditionsReplaced("p1", 7, List.of()))
                        .get(1)
                        .conditions())
                .isEmpty();
    }

    @Test
    void theStrongestComesFirstAndThenTheOldest() {
        assertThat(after(
                        created(1, "a", withPriority(2)),
                        created(2, "z", withPriority(1)),
                        created(3, "y", withPriority(1))))
                .extracting(PolicyView::name)
                .containsExactly("z", "y", "a");
    }

    @Test
    void aDeletedPolicyLeavesNothingBehind() {
        assertThat(after(created(7, "p1", TERMS, FIRST, SECOND), new PolicyDeleted("p1", 7)))
                .isEmpty();
        assertThat(database.rows("policy")).isEmpty();
        assertThat(database.rows("policycondition")).isEmpty();
    }

    @Test
    void aChangeOfAPolicyIsAChangeOfTheConfiguration() {
        after(created(7, "p1", TERMS), new PolicyDisabled("p1", 7));
        assertThat(database.rows("config"))
                .singleElement()
                .asString()
                .contains("Value=" + EventStream.timeOf(2).getEpochSecond());
    }

    @Test
    void aPolicyIsForTheRealmsItNames() {
        PolicyView all = new PolicyView(1, "p", true, withPriority(1), List.of());
        assertThat(all.isForRealm("any")).isTrue();
        assertThat(forRealms("realm1").isForRealm("realm1")).isTrue();
        assertThat(forRealms("realm1").isForRealm("realm2")).isFalse();
        assertThat(forRealms("*", "-realm2").isForRealm("realm1")).isTrue();
        assertThat(forRealms("*", "-realm2").isForRealm("realm2")).isFalse();
        assertThat(forRealms("*", "!realm2").isForRealm("realm2")).isFalse();
        assertThat(forRealms("-realm2").isForRealm("realm1")).isFalse();
    }

    private static PolicyView forRealms(String... realms) {
        List<String> none = List.of();
        PolicyTerms terms =
                new PolicyTerms("s", List.of(), List.of(realms), none, none, none, none, none, none, "", false, 1);
        return new PolicyView(1, "p", true, terms, List.of());
    }
}
