package org.symbolon.policy.asking;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.symbolon.events.shared.Caller;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.matching.CompiledPolicies;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.ConditionFacts;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyQuestion;
import org.symbolon.policy.matching.PolicyQuestion.Conditions;
import org.symbolon.policy.matching.PolicyQuestion.Place;
import org.symbolon.policy.matching.Said;

/**
 * The policies as one occasion meets them: one state of them from its begin to its end, at one time, from one client. What
 * took effect is named to whoever keeps the audit.
 */
public final class AskedPolicies {

    private final Occasion occasion;
    private final Consumer<String> effective;
    private final CompiledPolicies policies;
    private final Place place;
    private final SubjectFacts facts;

    AskedPolicies(
            Occasion occasion,
            Consumer<String> effective,
            CompiledPolicies policies,
            String node,
            LocalDateTime now,
            SubjectFacts facts) {
        this(occasion, effective, policies, Place.of(node, occasion.client(), now), facts);
    }

    private AskedPolicies(
            Occasion occasion, Consumer<String> effective, CompiledPolicies policies, Place place, SubjectFacts facts) {
        this.occasion = occasion;
        this.effective = effective;
        this.policies = policies;
        this.place = place;
        this.facts = facts;
    }

    /** The same state of them for who keeps himself what takes effect. */
    public AskedPolicies tellingTo(Consumer<String> other) {
        return new AskedPolicies(occasion, other, policies, place, facts);
    }

    /** Who does what policies are asked about. */
    public Caller caller() {
        return occasion.caller();
    }

    /** Whether any policy of the scope is in use: the first one makes a list of rights of it. */
    public boolean hasScope(Scope scope) {
        return policies.hasScope(scope.wire());
    }

    /** Whether any policy in use names the action, for whomever; where none does, there is nobody to look for. */
    public boolean speakOf(Action action) {
        return policies.speakOf(action.scope().wire(), action.name());
    }

    /** As {@link #ask} for who only wants to look: nothing that is read is noted as having taken effect. */
    public PolicyAnswer peek(Action action, Subject subject) {
        return answer(action, () -> about(scopeOf(action), subject), name -> {});
    }

    /** What policies of any scope but those of rights say of an action. */
    public PolicyAnswer ask(Action action, Subject subject) {
        return answer(action, () -> about(scopeOf(action), subject), effective);
    }

    /** As {@link #ask} for who keeps himself what took effect. */
    public PolicyAnswer ask(Action action, Subject subject, Consumer<String> named) {
        return answer(action, () -> about(scopeOf(action), subject), named);
    }

    /** As {@link #ask} before it is known which token is used. */
    public Said said(Action action, Subject subject) {
        return speakOf(action)
                ? policies.said(about(scopeOf(action), subject).about(action.name()), action)
                : Said.nothing(action);
    }

    /** What conditions on the token with this serial are held against, or on the one that is named where it is null. */
    public ConditionFacts factsOf(String usedSerialOrNull) {
        String concerned = usedSerialOrNull == null ? occasion.serial().orElse(null) : usedSerialOrNull;
        return new OccasionFacts(occasion, Subject.ANYONE, concerned, facts);
    }

    /** What the rights of the administrator who calls say. */
    public PolicyAnswer askAdmin(Action action, Subject subject) {
        Caller.Administrator admin = (Caller.Administrator) occasion.caller();
        return answer(action, () -> about(scopeOf(action), subject).byAdmin(admin.name(), admin.realm()), effective);
    }

    private static PolicyQuestion scopeOf(Action action) {
        return PolicyQuestion.of(action.scope().wire());
    }

    /** A question that no policy speaks of is not put at all. */
    private PolicyAnswer answer(Action action, Supplier<PolicyQuestion> question, Consumer<String> named) {
        List<CompiledPolicy> found =
                speakOf(action) ? policies.matching(question.get().about(action.name())) : List.of();
        return new PolicyAnswer(action, found, named);
    }

    /** Whether the administrator who calls has any right at all over the subject; conditions are not looked at. */
    public boolean hasAnyRightOver(Subject subject) {
        Caller.Administrator admin = (Caller.Administrator) occasion.caller();
        PolicyQuestion question = about(PolicyQuestion.of(Scope.ADMIN.wire()), subject)
                .byAdmin(admin.name(), admin.realm())
                .holding(ConditionFacts.NONE, Conditions.NONE);
        return !policies.matching(question).isEmpty();
    }

    /** What the rights of the caller say; the action is one of the administrators' scope where he is one. */
    public PolicyAnswer askCaller(Action action, Subject subject) {
        return occasion.caller() instanceof Caller.Administrator ? askAdmin(action, subject) : ask(action, subject);
    }

    /** For questions that the methods above do not ask; it has time, place and conditions of this occasion. */
    public PolicyQuestion about(PolicyQuestion question, Subject subject) {
        PolicyQuestion here = question.at(place)
                .holding(new OccasionFacts(occasion, subject, occasion.serial().orElse(null), facts), Conditions.ALL);
        return subject.narrow(here, facts::resolversKnowing);
    }

    /** All policies, for who wants to know more than what they say of an action. */
    public CompiledPolicies all() {
        return policies;
    }
}
