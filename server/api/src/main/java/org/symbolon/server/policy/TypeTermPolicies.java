package org.symbolon.server.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.command.tokentype.TypeAction.Step;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.Kind;
import org.symbolon.server.policy.action.TypeActions;
import org.symbolon.server.policy.matching.PolicyAnswer;

/** What policies say of the actions of one type, in the form in which the type is told it: a text for each action. */
final class TypeTermPolicies {

    private TypeTermPolicies() {}

    /** What a type is told of these actions: where no policy says anything, what holds then. Of several values each is a word. */
    static Map<String, String> of(List<Action> actions, Function<Action, PolicyAnswer> asking) {
        Map<String, String> terms = new HashMap<>();
        for (Action action : actions) {
            said(action, asking.apply(action))
                    .or(action::defaultText)
                    .ifPresent(text -> terms.put(action.name(), text));
        }
        return terms;
    }

    /** What each type is told at a log-in; nothing to a type of which no policy speaks. */
    static Map<String, Map<String, String>> ofLogIns(LoginInquiry inquiry) {
        Map<String, Map<String, String>> told = new HashMap<>();
        TypeActions.toldAt(Step.LOGIN).forEach((type, actions) -> {
            if (actions.stream().anyMatch(inquiry::speakOf)) {
                told.put(type, of(actions, inquiry::peek));
            }
        });
        return told;
    }

    private static Optional<String> said(Action action, PolicyAnswer answer) {
        if (action.kind() == Kind.FLAG) {
            return answer.isSet() ? Optional.of("True") : Optional.empty();
        }
        return action.isUnique()
                ? answer.value()
                : Optional.of(String.join(" ", answer.values())).filter(text -> !text.isBlank());
    }
}
