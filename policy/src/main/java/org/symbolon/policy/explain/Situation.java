package org.symbolon.policy.explain;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.ConditionFacts;
import org.symbolon.policy.matching.PolicyQuestion;
import org.symbolon.policy.matching.PolicyQuestion.Conditions;
import org.symbolon.policy.matching.PolicyQuestion.Place;

/**
 * Who does something, for whom, from where and when, without a request at hand: what questions to the policies are made of.
 *
 * @param subject for whom it is
 * @param resolvers all resolvers of the user in his realm
 * @param administrator who does it; null for a user or a program
 * @param tokenType the type of the token that it is about; null if any
 */
public record Situation(
        Subject subject,
        Supplier<List<String>> resolvers,
        Administrator administrator,
        String tokenType,
        Place place,
        ConditionFacts facts) {

    /** The realm is empty for a local one. */
    public record Administrator(String name, String realm) {}

    /** Whether policies are asked about the action then: of the rights only those of who does it. */
    public boolean concerns(Action action) {
        if (action.scope() == Scope.ADMIN && administrator == null) {
            return false;
        }
        if (action.scope() == Scope.USER && administrator != null) {
            return false;
        }
        return tokenType == null || isOfType(action);
    }

    private boolean isOfType(Action action) {
        String name = action.family()
                .replace("<TYPE>", tokenType.toUpperCase(Locale.ROOT))
                .replace("<type>", tokenType.toLowerCase(Locale.ROOT));
        return action.name().equals(name);
    }

    /** What the policies are asked. */
    public PolicyQuestion about(Action action) {
        PolicyQuestion here = PolicyQuestion.of(action.scope().wire())
                .about(action.name())
                .at(place)
                .holding(facts, Conditions.ALL);
        PolicyQuestion question = subject.narrow(here, name -> resolvers.get());
        return administrator == null || action.scope() != Scope.ADMIN
                ? question
                : question.byAdmin(administrator.name, administrator.realm);
    }
}
