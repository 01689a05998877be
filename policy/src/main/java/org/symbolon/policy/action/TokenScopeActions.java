package org.symbolon.policy.action;

import java.util.List;

/** What happens to tokens beside their enrolment and log-ins, as privacyIDEA has it. */
public final class TokenScopeActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.TOKEN);

    public static final Action HIDE_SPECIFIC_ERROR_MESSAGE_FOR_OFFLINE_REFILL = ACTIONS.flag(
                    "hide_specific_error_message_for_offline_refill")
            .does("A machine without a network that is refused more values is told that and nothing else.");

    private TokenScopeActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }
}
