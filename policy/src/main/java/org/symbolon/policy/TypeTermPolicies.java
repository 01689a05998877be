package org.symbolon.policy;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.policy.action.TypeActions;
import org.symbolon.policy.asking.TypeTermReading;

/** What policies say to the types of tokens at a log-in. */
final class TypeTermPolicies {

    private TypeTermPolicies() {}

    /**
     * What each type is told; nothing to a type of which no policy speaks.
     *
     * @param patient whether the log-in can wait before it is answered
     */
    static Map<String, Map<String, String>> ofLogIns(LoginInquiry inquiry, boolean patient) {
        Map<String, Map<String, String>> told = new HashMap<>();
        TypeActions.toldAtLogin(patient).forEach((type, actions) -> {
            if (actions.stream().anyMatch(inquiry::speakOf)) {
                told.put(type, TypeTermReading.of(actions, inquiry::peek));
            }
        });
        return told;
    }
}
