package org.symbolon.projections.config;

import java.util.Comparator;
import java.util.List;

/**
 * A realm as of now.
 *
 * @param members its resolvers in the order in which they were given
 */
public record RealmView(int id, String name, boolean isDefault, String option, List<Member> members) {

    private static final int PRIORITY_WHEN_NONE = 1000;

    /** The resolvers in the order in which users are searched; those of one priority in the order in which they were given. */
    public List<Member> searched() {
        return members.stream().sorted(Comparator.comparingInt(Member::rank)).toList();
    }

    /**
     * A resolver's place in a realm.
     *
     * @param priority as it was given, null if none was
     */
    public record Member(String resolver, String type, Integer priority) {

        /** The smaller is searched first. */
        private int rank() {
            return priority == null ? PRIORITY_WHEN_NONE : priority;
        }
    }
}
