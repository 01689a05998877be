package org.symbolon.command.eventhandler.condition;

import org.symbolon.command.eventhandler.fact.HandledRequest;

/** What can be asked of whom a request is about, and of who sent it. */
public final class UserConditions {

    private UserConditions() {}

    public static boolean realm(String wanted, HandledRequest request) {
        return request.user().filter(user -> user.realm().equals(wanted)).isPresent();
    }

    public static boolean resolver(String wanted, HandledRequest request) {
        return request.user().filter(user -> user.resolver().equals(wanted)).isPresent();
    }

    public static boolean loggedInUser(String wanted, HandledRequest request) {
        return request.event().role().equals(wanted);
    }

    /** Of nobody's tokens nothing is asked. */
    public static boolean tokenNumber(String wanted, HandledRequest request) {
        return request.user()
                .map(user -> Comparison.holds(request.lookups().tokensOf(user).size(), wanted))
                .orElse(true);
    }
}
