package org.symbolon.policy.matching;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.events.policy.PolicyView;
import org.symbolon.policy.matching.PolicyQuestion.Conditions;

/** Random policies and questions, of so few names that they often meet. */
final class RandomPolicies {

    private static final List<String> SCOPES = List.of("user", "user", "user", "admin");
    private static final List<String> NAMES = List.of("", "alice", "alicia", "bob", "müller");
    private static final List<String> NAME_ENTRIES =
            List.of("*", "*", "alice", "bob", "müller", "al.*", "a|b", "[ab].*", "-alice", "!bob", "-al.*", ".*e", "(");
    private static final List<String> REALMS = List.of("", "r1", "r2", "r3");
    private static final List<String> REALM_ENTRIES = List.of("*", "r1", "r1", "r2", "r.", "-r1", "!r3", "r1|r2");
    private static final List<String> RESOLVERS = List.of("", "ldap", "sql");
    private static final List<String> RESOLVER_ENTRIES = List.of("ldap", "sql", "*", "l.*", "-ldap", "!sql");
    private static final List<String> ACTIONS = List.of("otppin", "enable", "");
    private static final List<String> ACTION_ENTRIES = List.of(
            "otppin=none",
            "otppin=none",
            "otppin=userstore",
            "otppin=none userstore",
            "otppin='none userstore'",
            "otppin",
            "otppin= ",
            "otppin = none",
            "*",
            "*=x",
            "otp.*",
            "-otppin",
            "enable");
    private static final List<String> CLIENTS = List.of("10.0.0.1", "10.0.1.1", "192.168.1.1");
    private static final List<String> CLIENT_ENTRIES =
            List.of("10.0.0.0/8", "10.0.0.1", "0.0.0.0/0", "-10.0.0.1", "!10.0.0.0/24", "192.168.0.0/16");
    private static final List<String> TIMES = List.of(
            "",
            "",
            "",
            "Mon-Fri: 8-18",
            "Mon: 8:30-12:00, Tue-Sun: 0-23:59",
            "Sat-Mon: 0-23",
            "Mon: 8-25",
            "x: 1-2",
            "Mon");
    private static final List<String> SECTIONS =
            List.of("userinfo", "userinfo", "tokeninfo", "token", "HTTP Request header", "HTTP Environment", "none");
    private static final List<String> KEYS = List.of("a", "b", "n");
    private static final List<String> COMPARATORS = List.of(
            "equals", "!equals", "contains", "!contains", "matches", "!matches", "in", "!in", "<", ">", "~", "!<");
    private static final List<String> VALUES = List.of("1", "2", "x", "x, 1", "[1x]", ".*", "(");

    private final Random random;

    RandomPolicies(Random random) {
        this.random = random;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T orNull(T value) {
        return chance(25) ? null : value;
    }

    /** No entries in half of the cases. */
    private String list(List<String> entries) {
        return Stream.generate(() -> one(entries))
                .limit(chance(60) ? 0 : 1 + random.nextInt(3))
                .collect(Collectors.joining(", "));
    }

    List<PolicyView> policies() {
        List<PolicyView> policies = new ArrayList<>();
        int count = random.nextInt(6);
        for (int number = 1; number <= count; number++) {
            policies.add(policy(number));
        }
        return policies;
    }

    private PolicyView policy(int number) {
        SamplePolicy policy = SamplePolicy.named("p" + number)
                .number(number)
                .active(chance(90))
                .scope(one(SCOPES))
                .action(Stream.generate(() -> one(ACTION_ENTRIES))
                        .limit(1 + random.nextInt(2))
                        .collect(Collectors.joining(", ")))
                .users(list(NAME_ENTRIES))
                .realms(list(REALM_ENTRIES))
                .adminRealms(list(REALM_ENTRIES))
                .adminUsers(list(NAME_ENTRIES))
                .resolvers(list(RESOLVER_ENTRIES))
                .nodes(list(List.of("node1", "node2", "*")))
                .clients(list(CLIENT_ENTRIES))
                .time(one(TIMES))
                .priority(1 + random.nextInt(2));
        if (chance(15)) {
            policy.checkAllResolvers();
        }
        while (chance(25)) {
            condition(policy);
        }
        return policy.view();
    }

    private void condition(SamplePolicy policy) {
        if (chance(80)) {
            policy.condition(one(SECTIONS), one(KEYS), one(COMPARATORS), one(VALUES));
        } else {
            policy.inactiveCondition(one(SECTIONS), one(KEYS), one(COMPARATORS), one(VALUES));
        }
    }

    PolicyQuestion question() {
        List<String> known = Stream.of("ldap", "sql").filter(name -> chance(50)).toList();
        List<String> realms = chance(80) ? List.of(one(REALMS)) : List.of(one(REALMS), one(REALMS));
        PolicyQuestion question = PolicyQuestion.of(one(SCOPES))
                .about(chance(80) ? "otppin" : orNull(one(ACTIONS)))
                .forUser(orNull(one(NAMES)), orNull(realms), orNull(one(RESOLVERS)), () -> known)
                .at(orNull("node1"), orNull(one(CLIENTS)), orNull(moment()))
                .holding(facts(), one(List.of(Conditions.values())));
        return chance(50) ? question : question.byAdmin(one(NAMES), one(REALMS));
    }

    private LocalDateTime moment() {
        return LocalDateTime.of(2026, 11, 23, 0, 0).plusMinutes(random.nextInt(7 * 24 * 60));
    }

    private SampleFacts facts() {
        return new SampleFacts(
                orNull(values(List.of("1", "x", ""))),
                orNull(values(List.of("1", "x", ""))),
                orNull(values(List.of(1, "x", List.of("x", "1"), true))),
                orNull(Map.of("a", "1", "b", "", "n", "x")),
                orNull(Map.of("a", "1", "n", "")));
    }

    private Map<String, ?> values(List<?> from) {
        Map<String, Object> values = new HashMap<>();
        for (String key : KEYS) {
            if (chance(85)) {
                values.put(key, chance(5) ? null : one(from));
            }
        }
        return values;
    }
}
