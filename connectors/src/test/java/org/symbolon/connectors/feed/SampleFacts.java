package org.symbolon.connectors.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.events.shared.Secret;

/** Facts as feeders hand them over. */
final class SampleFacts {

    private SampleFacts() {}

    static List<FedFact> facts(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> fact(position, Map.of()))
                .toList();
    }

    static FedFact fact(long position, Map<String, String> labels) {
        return new FedFact(
                "0000-" + position,
                position,
                "OtpAccepted",
                Instant.parse("2026-12-01T08:00:00.123456Z"),
                "{\"position\":\"" + position + "\",\"ü\":1}",
                labels);
    }

    static FeedTarget target(String type, String... options) {
        Map<String, Secret> all = new HashMap<>();
        for (int index = 0; index < options.length; index += 2) {
            all.put(options[index], Secret.of(options[index + 1]));
        }
        return new FeedTarget(5, "one", type, all);
    }
}
