package org.symbolon.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.auth.UseTerms;
import org.symbolon.policy.action.AuthorizationActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.asking.SubjectFacts;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.matching.Said;

/** Which tokens may be used, as policies say: held against a token once it has been, so that what it cost the token stays. */
final class UsedTokenRules implements UseTerms {

    private static final int NOT_AUTHORIZED = 401;

    private final AskedPolicies asked;
    private final List<Rule> rules;
    private final boolean concernRefusals;

    private UsedTokenRules(AskedPolicies asked, List<Rule> rules, boolean concernRefusals) {
        this.asked = asked;
        this.rules = rules;
        this.concernRefusals = concernRefusals;
    }

    /** What it can find against a token. */
    @FunctionalInterface
    private interface Check {
        Optional<Denial> against(Used used, PolicyAnswer answer);
    }

    private record Rule(Said said, Check check) {}

    /** The rules in the order in which they hold for this way to log in. */
    static UseTerms of(LoginInquiry inquiry, SubjectFacts facts, LoginQuestion.Way way) {
        Rule serial = new Rule(inquiry.said(AuthorizationActions.SERIAL, Subject.ANYONE), UsedTokenRules::serial);
        Rule type = new Rule(inquiry.said(AuthorizationActions.TOKENTYPE), (used, answer) -> type(used, answer, facts));
        Rule info = new Rule(
                inquiry.said(AuthorizationActions.TOKENINFO, Subject.ANYONE),
                (used, answer) -> info(used, answer, facts));
        Rule authorized = new Rule(inquiry.said(AuthorizationActions.AUTHORIZED), UsedTokenRules::authorized);
        List<Rule> rules =
                switch (way) {
                    case CHECK, SAML_CHECK, RADIUS_CHECK, RADIUS -> List.of(serial, type, info, authorized);
                    case TRIGGER -> List.of(authorized);
                    case POLL -> List.of();
                    case SERVER, SERVER_BY_KEY -> List.of(serial, info, type);
                };
        List<Rule> spoken =
                rules.stream().filter(rule -> !rule.said.isNothing()).toList();
        return spoken.isEmpty() ? UseTerms.ANY : new UsedTokenRules(inquiry.asked(), spoken, !way.isToServer());
    }

    @Override
    public Ruling on(Used used) {
        if (used.refused() && !concernRefusals) {
            return Ruling.NONE;
        }
        List<String> names = new ArrayList<>();
        try {
            for (Rule rule : rules) {
                PolicyAnswer answer = rule.said.of(asked.factsOf(used.serial()), names::add);
                Optional<Denial> denial = rule.check.against(used, answer);
                if (denial.isPresent()) {
                    return new Ruling(denial.get(), names);
                }
            }
            return new Ruling(null, names);
        } catch (PolicyRefusal fault) {
            return new Ruling(Denial.ofPolicy(fault.getMessage()), names);
        }
    }

    private static Optional<Denial> deniedIf(boolean denied, String text) {
        return denied ? Optional.of(Denial.ofPolicy(text)) : Optional.empty();
    }

    private static Optional<Denial> serial(Used used, PolicyAnswer answer) {
        if (used.serial() == null) {
            return Optional.empty();
        }
        Set<String> expressions = answer.values();
        boolean fits = expressions.isEmpty()
                || expressions.stream().anyMatch(expression -> PolicyPattern.isFoundIn(used.serial(), expression));
        return deniedIf(!fits, "Serial is not allowed for authentication!");
    }

    private static Optional<Denial> type(Used used, PolicyAnswer answer, SubjectFacts facts) {
        Optional<String> type = Optional.ofNullable(used.type())
                .or(() -> Optional.ofNullable(used.serial()).flatMap(facts::tokenType));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Set<String> allowed = answer.values();
        return deniedIf(
                !allowed.isEmpty() && !allowed.contains(type.get()), "Tokentype not allowed for authentication!");
    }

    /** All rules must be met; what is no rule of the form {@code key/expression/} is none. */
    private static Optional<Denial> info(Used used, PolicyAnswer answer, SubjectFacts facts) {
        if (used.serial() == null) {
            return Optional.empty();
        }
        Set<String> rules = answer.values();
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ?> info = facts.tokenInfo(used.serial()).orElse(Map.of());
        for (String rule : rules) {
            List<String> parts = List.of(rule.split("/", -1));
            String key = parts.get(0);
            String contents = info.containsKey(key) ? (String) info.get(key) : "";
            if (parts.size() == 3 && !PolicyPattern.isFoundIn(contents, parts.get(1))) {
                return deniedIf(
                        true,
                        "Tokeninfo field " + key + " with contents " + contents
                                + " does not match regular expression.");
            }
        }
        return Optional.empty();
    }

    /** Whether anybody is let in at all; the last question. */
    private static Optional<Denial> authorized(Used used, PolicyAnswer answer) {
        return answer.value()
                .filter("deny_access"::equals)
                .map(denied ->
                        new Denial(NOT_AUTHORIZED, "User is not authorized to authenticate under these conditions."));
    }
}
