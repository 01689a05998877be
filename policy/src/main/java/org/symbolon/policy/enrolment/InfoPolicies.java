package org.symbolon.policy.enrolment;

import org.symbolon.policy.matching.PolicyRefusal;

/**
 * Which entries of their tokens users write. Those that policies go by are not theirs, or each user could meet by himself what is
 * asked of him; those that the server keeps are not, or each could loosen what binds him.
 */
final class InfoPolicies {

    private InfoPolicies() {}

    /** Refuses a user who writes an entry that others rely on. Administrators write what they like. */
    static void requireFree(TokenInquiry inquiry, WrittenInfo written) {
        if (inquiry.isByAdmin()) {
            return;
        }
        for (String name : written.names()) {
            if (inquiry.isGoneBy(name)) {
                throw new PolicyRefusal("Policies go by the entry '" + name + "': users may not write it.");
            }
            if (written.kept().test(name)) {
                throw new PolicyRefusal("The server keeps the entry '" + name + "': users may not write it.");
            }
        }
    }
}
