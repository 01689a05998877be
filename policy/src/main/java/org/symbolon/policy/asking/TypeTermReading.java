package org.symbolon.policy.asking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.matching.PolicyAnswer;

/** What policies say of the actions of one type, in the form in which the type is told it: a text for each action. */
public final class TypeTermReading {

    private TypeTermReading() {}

    /** What a type is told of these actions: where no policy says anything, what holds then. Of several values each is a word. */
    public static Map<String, String> of(List<Action> actions, Function<Action, PolicyAnswer> asking) {
        Map<String, String> terms = new HashMap<>();
        for (Action action : actions) {
            said(action, asking.apply(action))
                    .or(action::defaultText)
                    .ifPresent(text -> terms.put(action.name(), text));
        }
        return terms;
    }

    private static Optional<String> said(Action action, PolicyAnswer answer) {
        return action.isUnique()
                ? answer.text()
                : Optional.of(String.join(" ", answer.values())).filter(text -> !text.isBlank());
    }
}
