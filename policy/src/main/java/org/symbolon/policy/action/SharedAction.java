package org.symbolon.policy.action;

/** An action that administrators and users both have, each in the scope of their own. */
public final class SharedAction {

    private final Action forAdmins;
    private final Action forUsers;

    SharedAction(Action forAdmins, Action forUsers) {
        this.forAdmins = forAdmins;
        this.forUsers = forUsers;
    }

    /**
     * The action of administrators or that of users.
     *
     * @throws IllegalArgumentException with any other scope
     */
    public Action in(Scope scope) {
        return switch (scope) {
            case ADMIN -> forAdmins;
            case USER -> forUsers;
            case AUTHENTICATION, AUTHORIZATION, ENROLLMENT, WEBUI, REGISTER, TOKEN, AUDIT ->
                throw new IllegalArgumentException(forAdmins.name() + " is none of " + scope.wire());
        };
    }
}
