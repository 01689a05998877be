package org.symbolon.api.kernel;

import org.symbolon.events.shared.Caller;

/**
 * Who may call a route. The servlet enforces it before the handler runs, so that a handler of a {@code USER} or
 * {@code ADMIN} route never sees an anonymous caller.
 */
public enum Access {
    /** Anybody, with or without a log-in token; what the token says is not looked at. */
    OPEN("[]") {
        @Override
        public boolean admits(Caller caller) {
            return true;
        }
    },
    /** An administrator, or a user for himself. */
    USER("['user', 'admin']") {
        @Override
        public boolean admits(Caller caller) {
            return caller instanceof Caller.Administrator || caller instanceof Caller.RealmUser;
        }
    },
    /** Administrators only. */
    ADMIN("['admin']") {
        @Override
        public boolean admits(Caller caller) {
            return caller instanceof Caller.Administrator;
        }
    };

    private final String wireRoles;

    Access(String wireRoles) {
        this.wireRoles = wireRoles;
    }

    public abstract boolean admits(Caller caller);

    /** The roles as the refusal prints them. */
    public String wireRoles() {
        return wireRoles;
    }
}
