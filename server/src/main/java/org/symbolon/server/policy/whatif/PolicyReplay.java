package org.symbolon.server.policy.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.symbolon.events.EventName;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.server.eventstore.EventReader;
import org.symbolon.server.policy.explain.AskedActions;
import org.symbolon.server.policy.matching.CompiledPolicies;

/** Asks what would have become of the requests of a period under other policies. It changes nothing and sends nothing. */
public class PolicyReplay {

    private static final Set<String> REQUESTS =
            Set.of(RequestAnswered.class.getAnnotation(EventName.class).value());

    private final EventReader events;
    private final AskedActions table;

    public PolicyReplay(EventReader events, AskedActions table) {
        this.events = events;
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
        boolean whole = events.between(bounds.from, bounds.to, REQUESTS, new EventReader.Listener() {
            @Override
            public boolean hears(TrackedEventMessage<?> event) {
                if (tally.requests() == bounds.mostRequests) {
                    return false;
                }
                RecordedRequest request = RecordedRequest.of(event);
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
