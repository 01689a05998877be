package org.symbolon.events.shared;

import java.util.List;

/**
 * What somebody may see in lists: what is in some realms, what one resolver brings into a realm, and what belongs to some
 * people, but for what belongs to others. Queries say it themselves, so that pages and counts are right.
 *
 * @param realms the realms as a whole, null for everything, also what is in no realm
 * @param branches of what belongs to somebody
 * @param people whose things are seen
 * @param excluded whose things are not seen for his being in one of those realms or branches
 */
public record Reach(List<String> realms, List<Branch> branches, List<Person> people, List<Person> excluded) {

    /** What a resolver brings into a realm. */
    public record Branch(String realm, String resolver) {}

    /** Somebody in a realm. Tokens know him by his id there, the audit by his login. */
    public record Person(String login, String userId, String resolver, String realm) {}

    /** All that is in these realms. */
    public static Reach ofRealms(List<String> realms) {
        return new Reach(List.copyOf(realms), List.of(), List.of(), List.of());
    }

    /** Whether nothing is seen. */
    public boolean isNothing() {
        return realms != null && realms.isEmpty() && branches.isEmpty() && people.isEmpty();
    }

    /** Whether it is about realms as a whole and nothing else. */
    public boolean isOfRealmsAlone() {
        return realms != null && branches.isEmpty() && people.isEmpty() && excluded.isEmpty();
    }
}
