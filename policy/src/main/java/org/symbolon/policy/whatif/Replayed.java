package org.symbolon.policy.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a replay has found.
 *
 * @param requests how many recorded requests were held against the policies
 * @param differing how many of them would have come out differently
 * @param undecided of how many that cannot be told, for some action at least
 * @param whole whether all requests of the period were looked at
 * @param realms how many requests would have come out differently in each realm; the empty name is for those of none
 * @param actions how that would be for each action, named with its scope
 * @param examples the first requests that would have come out differently
 */
public record Replayed(
        long requests,
        long differing,
        long undecided,
        boolean whole,
        Duration duration,
        Map<String, Long> realms,
        Map<String, Counts> actions,
        List<Example> examples) {

    /**
     * How many requests would have come out differently in respect of an action.
     *
     * @param lost those to which a right is refused that was allowed
     * @param gained those to which a right is allowed that was refused
     * @param changed those of which the policies say something else
     * @param undecided those of which it cannot be told
     */
    public record Counts(long lost, long gained, long changed, long undecided) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    lost + other.lost, gained + other.gained, changed + other.changed, undecided + other.undecided);
        }
    }

    /** A request of the past; texts are empty where nothing is recorded. */
    public record Example(
            Instant time,
            String endpoint,
            String user,
            String realm,
            String administrator,
            String client,
            List<Change> changes) {}

    /** What the policies said of an action, and what they would have said; with the names of those that matched. */
    public record Change(
            String action, String before, String after, List<String> policiesBefore, List<String> policiesAfter) {}
}
