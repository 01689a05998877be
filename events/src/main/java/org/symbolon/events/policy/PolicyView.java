package org.symbolon.events.policy;

import java.util.List;

/**
 * A policy as it is at one moment.
 *
 * @param active whether it is in use
 * @param conditions in their order
 */
public record PolicyView(int id, String name, boolean active, PolicyTerms terms, List<PolicyCondition> conditions) {

    /** Whether it is for this realm, as far as whole names tell: a sign in front of one takes it out. */
    public boolean isForRealm(String realm) {
        List<String> names = terms.realms();
        boolean excluded = names.contains("-" + realm) || names.contains("!" + realm);
        boolean found = names.isEmpty() || names.contains(realm) || names.contains("*");
        return found && !excluded;
    }
}
