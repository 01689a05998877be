package org.symbolon.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at all that the server needs to do its work, without anybody noticing. */
public interface Doctor {

    /** The kinds of things that it looks at. */
    List<String> kinds();

    /** What was found, in the order of kinds and names. */
    List<Check> examine(Wish wish);

    /**
     * What is to be looked at, and how.
     *
     * @param kinds those alone; all where there are none
     * @param names those alone; all where there are none
     * @param warnDays how many days before its end something is near it
     * @param longest how long one thing is looked at
     */
    record Wish(Set<String> kinds, Set<String> names, int warnDays, Duration longest) {

        public boolean wantsKind(String kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }

        public boolean wantsName(String name) {
            return names.isEmpty() || names.contains(name);
        }
    }

    /** How it stands, from good to bad. */
    enum Result {
        OK("ok"),
        UNCHECKED("unchecked"),
        WARNING("warning"),
        FAILED("failed");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One thing that was found.
     *
     * @param text what is so and, where it is not well, what to do; never a secret
     * @param until when it ends, if it does
     */
    record Check(String kind, String name, Result result, String text, Optional<Instant> until) {}
}
