package org.symbolon.command.eventhandler.condition;

import java.util.function.Predicate;
import org.symbolon.command.eventhandler.fact.HandledRequest;

/** What can be asked of whom a request is about, and of who sent it. */
public final class UserConditions {

    private UserConditions() {}

    public static Predicate<HandledRequest> realm(String wanted) {
        return request ->
                request.user().filter(user -> user.realm().equals(wanted)).isPresent();
    }

    public static Predicate<HandledRequest> resolver(String wanted) {
        return request ->
                request.user().filter(user -> user.resolver().equals(wanted)).isPresent();
    }

    public static Predicate<HandledRequest> loggedInUser(String wanted) {
        return request -> request.event().role().equals(wanted);
    }

    /** Of nobody's tokens nothing is asked. */
    public static Predicate<HandledRequest> tokenNumber(String wanted) {
        Comparison compared = Comparison.read(wanted);
        return request -> request.user()
                .map(user -> compared.holds(request.lookups().tokensOf(user).size()))
                .orElse(true);
    }
}
