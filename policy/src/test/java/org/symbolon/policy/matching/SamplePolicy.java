package org.symbolon.policy.matching;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyText;
import org.symbolon.events.policy.PolicyView;

/** A policy for tests, written as an administrator would: what is not said is for all, and lists are texts with commas. */
public final class SamplePolicy {

    private final String name;
    private int number = 1;
    private boolean active = true;
    private String scope = "user";
    private String action = "enable";
    private String realms = "";
    private String adminRealms = "";
    private String adminUsers = "";
    private String resolvers = "";
    private String nodes = "";
    private String users = "";
    private String clients = "";
    private String time = "";
    private boolean checkAllResolvers;
    private int priority = 1;
    private final List<PolicyCondition> conditions = new ArrayList<>();

    private SamplePolicy(String name) {
        this.name = name;
    }

    public static SamplePolicy named(String name) {
        return new SamplePolicy(name);
    }

    public static CompiledPolicies set(SamplePolicy... policies) {
        List<PolicyView> views = new ArrayList<>();
        for (SamplePolicy policy : policies) {
            views.add(policy.number(views.size() + 1).view());
        }
        return CompiledPolicies.of(PolicySet.of(views));
    }

    public SamplePolicy number(int value) {
        number = value;
        return this;
    }

    public SamplePolicy active(boolean value) {
        active = value;
        return this;
    }

    public SamplePolicy scope(String value) {
        scope = value;
        return this;
    }

    public SamplePolicy action(String value) {
        action = value;
        return this;
    }

    public SamplePolicy realms(String value) {
        realms = value;
        return this;
    }

    public SamplePolicy adminRealms(String value) {
        adminRealms = value;
        return this;
    }

    public SamplePolicy adminUsers(String value) {
        adminUsers = value;
        return this;
    }

    public SamplePolicy resolvers(String value) {
        resolvers = value;
        return this;
    }

    public SamplePolicy checkAllResolvers() {
        checkAllResolvers = true;
        return this;
    }

    public SamplePolicy nodes(String value) {
        nodes = value;
        return this;
    }

    public SamplePolicy users(String value) {
        users = value;
        return this;
    }

    public SamplePolicy clients(String value) {
        clients = value;
        return this;
    }

    public SamplePolicy time(String value) {
        time = value;
        return this;
    }

    public SamplePolicy priority(int value) {
        priority = value;
        return this;
    }

    public SamplePolicy condition(String section, String key, String comparator, String value) {
        conditions.add(new PolicyCondition(section, key, comparator, value, true));
        return this;
    }

    public SamplePolicy inactiveCondition(String section, String key, String comparator, String value) {
        conditions.add(new PolicyCondition(section, key, comparator, value, false));
        return this;
    }

    public PolicyView view() {
        PolicyTerms terms = new PolicyTerms(
                scope,
                PolicyText.actions(action),
                PolicyText.list(realms),
                PolicyText.list(adminRealms),
                PolicyText.list(adminUsers),
                PolicyText.list(resolvers),
                PolicyText.list(nodes),
                PolicyText.list(users),
                PolicyText.list(clients),
                time,
                checkAllResolvers,
                priority);
        return new PolicyView(number, name, active, terms, List.copyOf(conditions));
    }

    CompiledPolicy compiled() {
        return new CompiledPolicy(view(), ClientList::new);
    }
}
