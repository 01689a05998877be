package org.symbolon.policy.enrolment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What policies say about the parameters of an enrolment.
 *
 * @param said what is in the place of what was asked for
 * @param decided those about which policies alone decide, whatever was asked for
 */
public record ParameterTerms(Map<String, String> said, Set<String> decided) {

    public ParameterTerms {
        said = Map.copyOf(said);
        decided = Set.copyOf(decided);
    }

    /** Whether it does not matter what was asked for. */
    public boolean decideAbout(String parameter) {
        return said.containsKey(parameter) || decided.contains(parameter);
    }

    /** Terms that are being written. */
    static final class Draft {

        private final Predicate<String> askedFor;
        private final Map<String, String> said = new HashMap<>();
        private final Set<String> decided = new HashSet<>();

        /** Nothing is said yet, and these flags are asked for. */
        Draft(Predicate<String> askedFor) {
            this.askedFor = askedFor;
        }

        void say(String parameter, String value) {
            said.put(parameter, value);
        }

        void decideAbout(String parameter) {
            decided.add(parameter);
        }

        /** What was asked for counts again. */
        void leave(String parameter) {
            decided.remove(parameter);
        }

        /** Whether the flag is asked for, and policies leave it, or they say it. */
        boolean isWanted(String flag) {
            return said.containsKey(flag) || (!decided.contains(flag) && askedFor.test(flag));
        }

        ParameterTerms terms() {
            return new ParameterTerms(said, decided);
        }
    }
}
