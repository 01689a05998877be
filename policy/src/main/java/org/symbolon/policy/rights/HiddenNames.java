package org.symbolon.policy.rights;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The columns or entries that a list leaves out. */
public record HiddenNames(Set<String> names) {

    /** A list that leaves nothing out. */
    public static final HiddenNames NONE = new HiddenNames(Set.of());

    public HiddenNames {
        names = Set.copyOf(names);
    }

    public boolean shows(String name) {
        return !names.contains(name);
    }

    /** Those of the names that are shown, in their order. */
    public List<String> shown(Collection<String> all) {
        return all.stream().filter(this::shows).toList();
    }
}
