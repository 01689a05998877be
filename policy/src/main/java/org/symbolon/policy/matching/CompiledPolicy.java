package org.symbolon.policy.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyView;
import org.symbolon.policy.action.AuthorizationActions;

/** A policy whose expressions, networks and times are read once and not for every request. */
public final class CompiledPolicy {

    /** Where a policy and a question part. */
    public enum Verdict {
        MATCHES,
        INACTIVE,
        OTHER_SCOPE,
        OTHER_ACTION,
        OTHER_USER,
        OTHER_REALM,
        OTHER_ADMIN_REALM,
        OTHER_ADMIN_USER,
        OTHER_RESOLVER,
        OTHER_NODE,
        OTHER_CLIENT,
        OTHER_TIME,
        CONDITION_FALSE
    }

    private final PolicyView view;
    private final Map<String, Optional<ActionValue>> values = new HashMap<>();
    private final NameList actions;
    private final NameList realms;
    private final NameList users;
    private final NameList adminRealms;
    private final NameList adminUsers;
    private final NameList resolvers;
    private final ClientList clients;
    private final TimeRanges times;
    private final CompiledCondition[] conditions;

    /**
     * Makes one ready.
     *
     * @param clientLists makes a list of clients ready; the same one for equal lists
     */
    CompiledPolicy(PolicyView view, Function<List<String>, ClientList> clientLists) {
        this.view = view;
        PolicyTerms terms = view.terms();
        terms.actions()
                .forEach(action -> values.put(
                        action.name(), Optional.ofNullable(action.value()).map(ActionValue::of)));
        actions = new NameList(terms.actions().stream().map(PolicyAction::name).toList());
        realms = new NameList(terms.realms());
        users = new NameList(terms.users());
        adminRealms = new NameList(terms.adminRealms());
        adminUsers = new NameList(terms.adminUsers());
        resolvers = new NameList(terms.resolvers());
        clients = clientLists.apply(terms.clients());
        times = new TimeRanges(terms.time());
        conditions = view.conditions().stream()
                .filter(PolicyCondition::active)
                .map(condition -> new CompiledCondition(view.name(), condition))
                .toArray(CompiledCondition[]::new);
    }

    public PolicyView view() {
        return view;
    }

    public String name() {
        return view.name();
    }

    public int priority() {
        return view.terms().priority();
    }

    /** Whether it is for some clients only: such a policy goes before its equals. */
    boolean namesClients() {
        return !clients.isEmpty();
    }

    /** Whether it speaks of the action by name, and with or without a value. */
    public boolean names(String action) {
        return values.containsKey(action);
    }

    /** What it says of an action that it names; empty where the bare name says it all. */
    public Optional<String> valueOf(String action) {
        return said(action).map(ActionValue::text);
    }

    /** As {@link #valueOf}, taken apart. */
    Optional<ActionValue> said(String action) {
        return values.getOrDefault(action, Optional.empty());
    }

    /** The entries of tokens that it goes by: in conditions, be they in use or not, and in what it asks of a token that is used. */
    Stream<String> namedInfo() {
        Stream<String> inConditions = view.conditions().stream()
                .filter(condition -> condition.section().equals(Section.TOKEN_INFO.wire()))
                .map(PolicyCondition::key);
        Stream<String> askedOfTokens = said(AuthorizationActions.TOKENINFO.name()).stream()
                .flatMap(said -> said.valuesOf(AuthorizationActions.TOKENINFO).stream())
                .map(rule -> List.of(rule.split("/", -1)).get(0));
        return Stream.concat(inConditions, askedOfTokens);
    }

    /** Whether it is of the scope and decides about the action, in use or not. */
    public boolean isAbout(String scope, String action) {
        return view.terms().scope().equals(scope) && decides(action);
    }

    /** Whether it is about the action, by its name or an expression; about any where none is meant. */
    public boolean decides(String action) {
        return action == null || actions.admits(action);
    }

    /**
     * Whether the policy is an answer to the question, or the first thing that parts them.
     *
     * @throws PolicyRefusal 303 if it cannot be told
     */
    public Verdict verdict(PolicyQuestion question) {
        if (!view.active()) {
            return Verdict.INACTIVE;
        }
        if (!view.terms().scope().equals(question.scope())) {
            return Verdict.OTHER_SCOPE;
        }
        return decides(question.action()) ? verdictOnRest(question) : Verdict.OTHER_ACTION;
    }

    /** The verdict on an active policy of the scope that decides about the action. */
    Verdict verdictOnRest(PolicyQuestion question) {
        Verdict verdict = verdictBesideConditions(question);
        return verdict == Verdict.MATCHES ? verdictOnConditions(question) : verdict;
    }

    /** As {@link #verdictOnRest} before it is known which token is used; empty if it is no answer whatever token that is. */
    Optional<Said.Match> match(PolicyQuestion question) {
        try {
            return verdictBesideConditions(question) == Verdict.MATCHES
                    ? matchOfConditions(question)
                    : Optional.empty();
        } catch (PolicyRefusal fault) {
            return Optional.of(new Said.Match(this, List.of(failing(fault))));
        }
    }

    private Optional<Said.Match> matchOfConditions(PolicyQuestion question) {
        List<Predicate<ConditionFacts>> pending = new ArrayList<>();
        for (CompiledCondition condition : conditions) {
            if (condition.isAbout(Section.TOKEN) || condition.isAbout(Section.TOKEN_INFO)) {
                pending.add(condition::holds);
                continue;
            }
            try {
                if (!condition.holds(question.facts())) {
                    return pending.isEmpty() ? Optional.empty() : Optional.of(after(pending, facts -> false));
                }
            } catch (PolicyRefusal fault) {
                return Optional.of(after(pending, failing(fault)));
            }
        }
        return Optional.of(new Said.Match(this, pending));
    }

    private Said.Match after(List<Predicate<ConditionFacts>> pending, Predicate<ConditionFacts> last) {
        pending.add(last);
        return new Said.Match(this, pending);
    }

    private static Predicate<ConditionFacts> failing(PolicyRefusal fault) {
        return facts -> {
            throw fault;
        };
    }

    private Verdict verdictBesideConditions(PolicyQuestion question) {
        if (question.user() != null && !users.admits(question.user())) {
            return Verdict.OTHER_USER;
        }
        if (question.realms() != null && !realms.admitsOneOf(question.realms())) {
            return Verdict.OTHER_REALM;
        }
        if (question.adminRealm() != null && !adminRealms.admits(question.adminRealm())) {
            return Verdict.OTHER_ADMIN_REALM;
        }
        if (question.adminUser() != null && !adminUsers.admits(question.adminUser())) {
            return Verdict.OTHER_ADMIN_USER;
        }
        if (question.resolver() != null && !isForResolver(question)) {
            return Verdict.OTHER_RESOLVER;
        }
        return verdictOnPlace(question);
    }

    private Verdict verdictOnPlace(PolicyQuestion question) {
        List<String> nodes = view.terms().nodes();
        if (question.node() != null && !nodes.isEmpty() && !nodes.contains(question.node())) {
            return Verdict.OTHER_NODE;
        }
        ParsedAddress client = question.place().client();
        if (!client.isAny() && !client.isAdmittedBy(clients)) {
            return Verdict.OTHER_CLIENT;
        }
        if (question.now() != null && !times.covers(question.now())) {
            return Verdict.OTHER_TIME;
        }
        return Verdict.MATCHES;
    }

    private Verdict verdictOnConditions(PolicyQuestion question) {
        for (CompiledCondition condition : conditions) {
            if (question.conditions().include(condition) && !condition.holds(question.facts())) {
                return Verdict.CONDITION_FALSE;
            }
        }
        return Verdict.MATCHES;
    }

    private boolean isForResolver(PolicyQuestion question) {
        if (!view.terms().checkAllResolvers()) {
            return resolvers.admitsIgnoringExclusions(question.resolver());
        }
        boolean known = isNamed(question.user())
                && question.realms() != null
                && question.realms().stream().anyMatch(CompiledPolicy::isNamed);
        return known
                && question.userResolvers().get().stream().anyMatch(view.terms().resolvers()::contains);
    }

    private static boolean isNamed(String name) {
        return name != null && !name.isEmpty();
    }
}
