package org.symbolon.command.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyText;
import org.symbolon.events.shared.Network;

/** What every policy keeps to. Scopes, actions and realms may be unknown: somebody may know them later. */
final class PolicyRules {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.\\- ]+");
    private static final String RESERVED_NAME = "check";
    private static final String RESERVED_PREFIX = "edumfa-update-policy-";
    private static final int MOST_CONDITIONS = 1000;

    private PolicyRules() {}

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.parameter("The name of the policy may only contain the characters a-zA-Z0-9_. -");
        }
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (lowerCase.equals(RESERVED_NAME) || lowerCase.startsWith(RESERVED_PREFIX)) {
            throw Refusal.parameter("'" + name + "' is an invalid policy name.");
        }
        Limits.check("name", name, Limits.POLICY_NAME);
    }

    static void checkTerms(PolicyTerms terms) {
        if (terms.priority() < 1) {
            throw Refusal.parameter("Priority must be at least 1");
        }
        Limits.check("scope", terms.scope(), Limits.POLICY_SCOPE);
        Limits.check("action", PolicyText.ofActions(terms.actions()), Limits.POLICY_ACTION);
        Limits.check("time", terms.time(), Limits.POLICY_TIME);
        checkLength("realm", terms.realms());
        checkLength("adminrealm", terms.adminRealms());
        checkLength("adminuser", terms.adminUsers());
        checkLength("resolver", terms.resolvers());
        checkLength("edumfanode", terms.nodes());
        checkLength("user", terms.users());
        checkLength("client", terms.clients());
        if (!terms.clients().stream().allMatch(PolicyRules::isClient)) {
            throw Refusal.configAdmin("Invalid client definition!");
        }
    }

    private static void checkLength(String parameter, List<String> list) {
        Limits.check(parameter, PolicyText.of(list), Limits.POLICY_LIST);
    }

    private static boolean isClient(String client) {
        boolean signed = client.startsWith("-") || client.startsWith("!");
        return Network.parse(signed ? client.substring(1) : client).isPresent();
    }

    static void checkConditions(List<PolicyCondition> conditions) {
        if (conditions.size() > MOST_CONDITIONS) {
            throw Refusal.parameter("A policy must not have more than " + MOST_CONDITIONS + " conditions");
        }
        for (PolicyCondition condition : conditions) {
            Limits.check("conditions", condition.section(), Limits.CONDITION_TEXT);
            Limits.check("conditions", condition.key(), Limits.CONDITION_TEXT);
            Limits.check("conditions", condition.comparator(), Limits.CONDITION_TEXT);
            Limits.check("conditions", condition.value(), Limits.CONDITION_VALUE);
        }
    }
}
