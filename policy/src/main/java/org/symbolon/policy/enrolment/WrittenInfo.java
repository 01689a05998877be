package org.symbolon.policy.enrolment;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The entries of a new token that whoever enrols it writes as he likes.
 *
 * @param names what they are called
 * @param kept whether an entry is one that the server keeps itself
 */
public record WrittenInfo(Set<String> names, Predicate<String> kept) {

    /** None. */
    public static final WrittenInfo NONE = new WrittenInfo(Set.of(), name -> false);

    public WrittenInfo {
        names = Set.copyOf(names);
    }
}
