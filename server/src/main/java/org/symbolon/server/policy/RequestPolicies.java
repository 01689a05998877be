package org.symbolon.server.policy;

import java.time.LocalDateTime;
import java.util.List;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Caller;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.matching.CompiledPolicies;
import org.symbolon.server.policy.matching.ConditionFacts;
import org.symbolon.server.policy.matching.PolicyAnswer;
import org.symbolon.server.policy.matching.PolicyQuestion;
import org.symbolon.server.policy.matching.PolicyQuestion.Conditions;

/**
 * The policies as one request meets them: one state of them from its begin to its end, at one time, from one client. What
 * took effect is noted for the audit.
 */
public final class RequestPolicies {

    private final ApiRequest request;
    private final CompiledPolicies policies;
    private final String node;
    private final LocalDateTime now;
    private final SubjectFacts facts;
    private String usedSerial;

    RequestPolicies(ApiRequest request, CompiledPolicies policies, String node, LocalDateTime now, SubjectFacts facts) {
        this.request = request;
        this.policies = policies;
        this.node = node;
        this.now = now;
        this.facts = facts;
    }

    /** The serial of the token that conditions are about: the one used, or else the one named; null for none. */
    private String serial() {
        return usedSerial == null ? named() : usedSerial;
    }

    private String named() {
        return request.parameters()
                .value("serial")
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty() && !text.contains("*"))
                .orElse(null);
    }

    /** From now on conditions on tokens are about the token with this serial. */
    public void concern(String serial) {
        usedSerial = serial;
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
        PolicyQuestion question =
                about(PolicyQuestion.of(action.scope().wire()), subject).about(action.name());
        return new PolicyAnswer(action, policies.matching(question), name -> {});
    }

    /** What policies of any scope but those of rights say of an action. */
    public PolicyAnswer ask(Action action, Subject subject) {
        return answer(about(PolicyQuestion.of(action.scope().wire()), subject), action);
    }

    /** What the rights of the administrator who calls say. */
    public PolicyAnswer askAdmin(Action action, Subject subject) {
        Caller.Administrator admin = (Caller.Administrator) request.caller();
        PolicyQuestion question = about(PolicyQuestion.of(Scope.ADMIN.wire()), subject);
        return answer(question.byAdmin(admin.name(), admin.realm()), action);
    }

    /** Whether the administrator who calls has any right at all over the subject; conditions are not looked at. */
    boolean hasAnyRightOver(Subject subject) {
        Caller.Administrator admin = (Caller.Administrator) request.caller();
        PolicyQuestion question = about(PolicyQuestion.of(Scope.ADMIN.wire()), subject)
                .byAdmin(admin.name(), admin.realm())
                .holding(ConditionFacts.NONE, Conditions.NONE);
        return !policies.matching(question).isEmpty();
    }

    /** What the rights of the caller say; the action is one of the administrators' scope where he is one. */
    public PolicyAnswer askCaller(Action action, Subject subject) {
        return request.caller() instanceof Caller.Administrator ? askAdmin(action, subject) : ask(action, subject);
    }

    /** For questions that the methods above do not ask; it has time, place and conditions of this request. */
    public PolicyQuestion about(PolicyQuestion question, Subject subject) {
        PolicyQuestion here = question.at(node, request.client(), now)
                .holding(new RequestFacts(request, subject, this::serial, facts), Conditions.ALL);
        if (subject instanceof Subject.OfRealm of) {
            return here.forUser(null, List.of(of.realm()), null, List::of);
        }
        if (subject instanceof Subject.Place place) {
            return here.forUser("", List.of(place.realm()), place.resolver(), List::of);
        }
        if (subject instanceof Subject.Named named) {
            String resolver = named.known() == null
                    ? named.name().resolver()
                    : named.known().resolver();
            return here.forUser(
                    named.name().login(),
                    List.of(named.name().realm()),
                    resolver,
                    () -> facts.resolversKnowing(named.name()));
        }
        return here;
    }

    /** What the policies say to a question. */
    public PolicyAnswer answer(PolicyQuestion question, Action action) {
        return new PolicyAnswer(action, policies.matching(question.about(action.name())), request.notes()::addPolicy);
    }

    /** All policies, for who wants to know more than what they say of an action. */
    public CompiledPolicies all() {
        return policies;
    }
}
