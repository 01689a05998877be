package org.symbolon.connectors.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedRefusedException;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.connectors.files.StoreFiles;

/**
 * A topic that a feed writes to, with the one client that does it. The first fact that is not taken ends the client, before what comes behind
 * it is sent: else a later fact would be there without an earlier one, and whoever reads would pass over that when it comes.
 */
final class KafkaTopic implements AutoCloseable {

    private static final String TYPE = "org.symbolon.";

    private final String topic;
    private final String cluster;
    private final KafkaHosts hosts;
    private final KafkaClient client;
    private final Duration patience;

    /**
     * One whose brokers are found in this way.
     *
     * @throws FeedTroubleException if the feed's options, or the files that they name, are of no use
     */
    static KafkaTopic open(FeedTarget target, KafkaHosts hosts, StoreFiles files) throws FeedTroubleException {
        KafkaBrokers brokers = KafkaBrokers.of(target);
        try {
            KafkaClient client = KafkaClient.of(KafkaSettings.of(target, files), brokers, hosts);
            return new KafkaTopic(target, brokers, hosts, client);
        } catch (IOException | GeneralSecurityException unsound) {
            throw new FeedTroubleException("the file of authorities, or the certificate or its key, cannot be used");
        } catch (KafkaException unsound) {
            throw new FeedTroubleException(brokers.words() + " cannot be asked with these options");
        }
    }

    private KafkaTopic(FeedTarget target, KafkaBrokers brokers, KafkaHosts hosts, KafkaClient client) {
        this.topic = target.option("topic").orElse("");
        this.cluster = brokers.words();
        this.hosts = hosts;
        this.client = client;
        this.patience = KafkaSettings.patience(target).multipliedBy(2);
    }

    /** What a batch has come to. */
    private final class Batch {

        private final CountDownLatch open;
        private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

        Batch(int size) {
            this.open = new CountDownLatch(size);
        }

        /** Is told by the client's own thread, before that sends anything else. */
        void told(Exception failed) {
            if (failed != null) {
                failures.add(failed);
                client.close();
            }
            open.countDown();
        }
    }

    void send(List<FedFact> facts) throws FeedRefusedException, FeedTroubleException {
        Batch batch = new Batch(facts.size());
        try {
            hand(facts, batch);
            if (batch.failures.isEmpty() && !batch.open.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("It has not told what became of all");
            }
        } catch (InterruptedException | InterruptException stopped) {
            Thread.currentThread().interrupt();
            throw new FeedTroubleException(cluster + " was not waited for");
        } catch (KafkaException | IllegalStateException failed) {
            batch.failures.add(failed);
        }
        if (!batch.failures.isEmpty()) {
            client.close();
            throw trouble(List.copyOf(batch.failures));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the batch is told what the future would tell
    private void hand(List<FedFact> facts, Batch batch) {
        for (FedFact fact : facts) {
            if (!batch.failures.isEmpty()) {
                return;
            }
            client.producer().send(record(fact), (taken, failed) -> batch.told(failed));
        }
    }

    /** What the failures mean, all of them: those of one request come together, and only one of them may say why. */
    private FeedTroubleException trouble(List<Exception> failures) throws FeedRefusedException {
        Optional<String> refusal = KafkaTrouble.refusal(failures);
        if (refusal.isPresent()) {
            throw new FeedRefusedException(cluster + " " + refusal.get());
        }
        Exception first = failures.get(0);
        Optional<String> unreached = first instanceof TimeoutException ? hosts.trouble() : Optional.empty();
        return new FeedTroubleException(unreached.orElseGet(() -> cluster + " " + KafkaTrouble.words(first, topic)));
    }

    /** Its time is that of its writing: a topic forgets by that, and would forget at once what happened long ago. */
    private ProducerRecord<String, byte[]> record(FedFact fact) {
        List<Header> headers = new ArrayList<>();
        headers.add(header("content-type", "application/cloudevents+json; charset=UTF-8"));
        headers.add(header("ce_specversion", "1.0"));
        headers.add(header("ce_id", fact.id()));
        headers.add(header("ce_type", TYPE + fact.name()));
        headers.add(header("ce_position", Long.toString(fact.position())));
        return new ProducerRecord<>(
                topic, null, fact.labels().get("subject"), fact.json().getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
