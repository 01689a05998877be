package org.symbolon.command.tokentype.printed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.tokentype.ToldField;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/**
 * What somebody is told of the values that he still has once he is in with one of them, where a policy wants that. Without one an answer
 * has nothing that eduMFA's has not.
 */
public final class CodesLeft {

    private static final String LEFT = "codes_left";
    private static final String WARNING = "codes_warning";

    public static final List<ToldField> TOLD = List.of(
            ToldField.number(LEFT, "How many of its codes are left, where a policy wants that told."),
            ToldField.text(WARNING, "That they are few, in words."));

    private final String few;

    private CodesLeft(String few) {
        this.few = few;
    }

    /** That of a type whose policies say by this name how many are few. */
    public static CodesLeft warningFrom(String policy) {
        return new CodesLeft(policy);
    }

    public TypeAction action() {
        return TypeAction.number(
                few,
                Step.LOGIN,
                "Has a log-in tell how many values are left, and warn where there are so many or fewer.",
                Scope.AUTHENTICATION);
    }

    /** What is told, under the names of the wire. What is no number counts as not said. */
    public Map<String, Object> told(int left, TypeTerms terms) {
        return terms.text(few)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(bound -> told(left, Integer.parseInt(bound)))
                .orElse(Map.of());
    }

    private static Map<String, Object> told(int left, int few) {
        Map<String, Object> told = new HashMap<>();
        told.put(LEFT, left);
        if (left <= few) {
            told.put(WARNING, warning(left));
        }
        return told;
    }

    private static String warning(int left) {
        if (left == 0) {
            return "That was your last code. Please get new ones.";
        }
        return "You have " + left + (left == 1 ? " code" : " codes") + " left. Please get new ones.";
    }
}
