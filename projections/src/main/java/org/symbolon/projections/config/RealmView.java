package org.symbolon.projections.config;

import java.util.List;

/**
 * A realm as of now.
 *
 * @param members its resolvers in the order in which they are searched
 */
public record RealmView(int id, String name, boolean isDefault, String option, List<Member> members) {

    private static final int PRIORITY_WHEN_NONE = 1000;

    /**
     * A resolver's place in a realm.
     *
     * @param priority as it was given, null if none was
     */
    public record Member(String resolver, String type, Integer priority) {

        /** The smaller is searched first. */
        public int rank() {
            return priority == null ? PRIORITY_WHEN_NONE : priority;
        }
    }
}
