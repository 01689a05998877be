package org.symbolon.connectors.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedReceiver;
import org.symbolon.command.feed.port.FeedRefusedException;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.HostLookup;

/**
 * Writes facts to a topic of a Kafka, those of one thing to one partition and in their order. Each feed has a client of its own, which is made
 * with the first fact and kept; it ends with the feed, and with whatever goes wrong.
 */
public final class KafkaReceiver implements FeedReceiver, AutoCloseable {

    /** The client ends only when nobody looks a name up for it. */
    private static final Duration LOOK_UP = Duration.ofSeconds(5);

    private final AddressGuard guard;
    private final StoreFiles files;
    private final HostLookup hosts = new HostLookup();
    private final Map<Integer, KafkaTopic> open = new ConcurrentHashMap<>();

    /** One that finds the certificates of authorities among these files. */
    public KafkaReceiver(AddressGuard guard, StoreFiles files) {
        this.guard = guard;
        this.files = files;
    }

    @Override
    public String type() {
        return "kafka";
    }

    @Override
    public void send(FeedTarget target, List<FedFact> facts) throws FeedRefusedException, FeedTroubleException {
        boolean taken = false;
        try {
            opened(target).send(facts);
            taken = true;
        } finally {
            if (!taken) {
                release(target);
            }
        }
    }

    private KafkaTopic opened(FeedTarget target) throws FeedTroubleException {
        KafkaTopic known = open.get(target.number());
        if (known != null) {
            return known;
        }
        KafkaHosts names = new KafkaHosts(guard, hosts, LOOK_UP);
        KafkaTopic topic = KafkaTopic.open(target, names, files);
        open.put(target.number(), topic);
        return topic;
    }

    @Override
    public void release(FeedTarget target) {
        KafkaTopic topic = open.remove(target.number());
        if (topic != null) {
            topic.close();
        }
    }

    /** Who is about to hand something over is told that it was not taken. */
    @Override
    public void close() {
        open.values().forEach(KafkaTopic::close);
        open.clear();
    }
}
