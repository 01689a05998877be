package org.symbolon.policy;

import java.util.Optional;
import java.util.Set;

/**
 * How somebody may register himself.
 *
 * @param mailServer by which the code is sent
 * @param resolver to which the new user is added
 * @param realm in which he is then found; empty where policies name none and there is no default realm
 * @param body what the mail says; empty where policies leave that to the server
 * @param addresses expressions one of which a mail address must contain; none for any address
 */
public record RegistrationTerms(
        Optional<String> mailServer,
        Optional<String> resolver,
        Optional<String> realm,
        Optional<String> body,
        Set<String> addresses) {

    private static final String MARK = "/";

    public RegistrationTerms {
        addresses = Set.copyOf(addresses);
    }

    /** Whether somebody may register with this mail address. */
    public boolean admit(String address) {
        return addresses.isEmpty()
                || addresses.stream().anyMatch(expression -> PolicyPattern.isFoundIn(address, unmarked(expression)));
    }

    /** An expression may stand between slashes. */
    private static String unmarked(String expression) {
        boolean marked = expression.length() > 1 && expression.startsWith(MARK) && expression.endsWith(MARK);
        return marked ? expression.substring(1, expression.length() - 1) : expression;
    }
}
