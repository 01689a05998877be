package org.symbolon.policy.whatif;

import java.time.Duration;
import java.time.Instant;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.policy.explain.AskedActions;
import org.symbolon.policy.matching.CompiledPolicies;

/** Asks what would have become of the requests of a period under other policies. It changes nothing and sends nothing. */
public class PolicyReplay {

    private final PastRequests past;
    private final AskedActions table;

    public PolicyReplay(PastRequests past, AskedActions table) {
        this.past = past;
        this.table = table;
    }

    /** Hears how much of the stream has been read. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long all);
    }

    /** How much is looked at, and how much is told of it. */
    public record Bounds(Instant from, Instant to, long mostRequests, int mostExamples) {}

    /** What would have come out differently. */
    public Replayed replay(PolicySet current, PolicySet drafted, Bounds bounds, Progress progress) {
        long began = System.nanoTime();
        Comparison comparison = new Comparison(table, CompiledPolicies.of(current), CompiledPolicies.of(drafted));
        Tally tally = new Tally(bounds.mostExamples);
        boolean whole = past.between(bounds.from, bounds.to, new PastRequests.Listener() {
            @Override
            public boolean hears(RecordedRequest request) {
                if (tally.requests() == bounds.mostRequests) {
                    return false;
                }
                tally.add(request, comparison.of(request));
                return true;
            }

            @Override
            public void at(long done, long all) {
                progress.at(done, all);
            }
        });
        return tally.result(whole, Duration.ofNanos(System.nanoTime() - began));
    }
}
