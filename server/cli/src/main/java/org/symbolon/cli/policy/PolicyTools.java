package org.symbolon.cli.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;

/** What the command line may do with policies: find out what they do and would do, and take them from one server to another. */
public interface PolicyTools {

    /**
     * What the policies say of each action that an endpoint asks them about.
     *
     * <p>An endpoint that no policy acts on is refused with a {@link CommandFailedException}.
     */
    List<Explained> explain(Asked asked);

    /** What would have come out differently of the requests of a period under other policies. */
    WhatIf whatIf(Trial trial, Progress progress);

    /** All policies as a file. */
    String export();

    /** Makes or changes the policies in a file, all or none. */
    ImportedPolicies importAll(String file);

    /**
     * What an import has come to.
     *
     * @param made those that were not there
     * @param changed those that were there otherwise
     * @param unchanged those that were there already as the file says
     */
    record ImportedPolicies(int made, int changed, int unchanged) {}

    /**
     * A request that may never have been made.
     *
     * @param endpoint its name in the audit, as in {@code POST /validate/check}
     * @param headers those that conditions may ask for
     */
    record Asked(
            String endpoint,
            Optional<String> user,
            Optional<String> realm,
            Optional<String> resolver,
            Optional<String> administrator,
            Optional<String> administratorRealm,
            Optional<String> client,
            Optional<String> node,
            Optional<Instant> time,
            Optional<String> tokenType,
            Optional<String> serial,
            Map<String, String> headers) {}

    /** What the policies say of an action, and what each that decides about it has to do with that. */
    record Explained(String action, String outcome, List<Finding> policies) {}

    /** How a policy was judged, and why; what it says is empty where it says no more than the name of the action. */
    record Finding(String policy, int priority, boolean matched, String says, String reason) {}

    /**
     * A draft, and the period that it is tried on.
     *
     * @param draft the policies that would be made or changed, as a file of policies or as JSON; may be empty
     * @param removed the names of those that would go
     * @param examples how many requests are shown
     */
    record Trial(String draft, List<String> removed, Instant from, Instant to, int examples) {}

    /**
     * What a trial has found.
     *
     * @param undecided of how many requests it cannot be told, for some action at least
     * @param realms how many requests would have come out differently in each realm
     */
    record WhatIf(
            long requests,
            long differing,
            long undecided,
            Duration duration,
            Map<String, Long> realms,
            Map<String, Counts> actions,
            List<Example> examples) {}

    /** To how many requests a right would have been lost or given, of how many something else would have been said. */
    record Counts(long lost, long gained, long changed, long undecided) {}

    /** A request that would have come out differently. */
    record Example(
            Instant time,
            String endpoint,
            String user,
            String realm,
            String administrator,
            String client,
            List<Change> changes) {}

    /** What was said of an action, and what would have been. */
    record Change(
            String action, String before, String after, List<String> policiesBefore, List<String> policiesAfter) {}
}
