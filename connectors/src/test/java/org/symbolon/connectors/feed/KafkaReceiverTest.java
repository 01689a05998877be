package org.symbolon.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.connectors.feed.SampleFacts.fact;
import static org.symbolon.connectors.feed.SampleFacts.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedRefusedException;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.connectors.feed.KafkaBroker.Door;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.Certificates;

/**
 * What a real broker of Kafka is sent, by which ways it is reached, and what is said when it does not take it. Nothing takes longer, so
 * it comes first.
 */
@Order(1)
class KafkaReceiverTest {

    private static final int PARTITIONS = 3;

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static KafkaBroker broker;
    private static int topics;

    private final String topic = "facts" + topics++;
    private final KafkaReceiver receiver = receiver("127.0.0.1");

    @BeforeAll
    static void start() throws Exception {
        certificates = Certificates.of("ip:127.0.0.1");
        Files.writeString(folder.resolve("authorities.pem"), certificates.certificatePem());
        broker = KafkaBroker.start(folder, certificates);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private static KafkaReceiver receiver(String... local) {
        return new KafkaReceiver(AddressGuard.allowing(List.of(local)), new StoreFiles(List.of(folder)));
    }

    private FeedTarget to(Door door, String... more) {
        List<String> options = new ArrayList<>(
                List.of("brokers", broker.server(door), "topic", topic, "authorities", "authorities.pem"));
        options.addAll(List.of("timeout", "5"));
        options.addAll(List.of(more));
        return target("kafka", options.toArray(String[]::new));
    }

    private FeedTarget inClear(String... more) {
        String[] all = new String[more.length + 2];
        System.arraycopy(new String[] {"encrypted", "0"}, 0, all, 0, 2);
        System.arraycopy(more, 0, all, 2, more.length);
        return to(Door.CLEAR, all);
    }

    private void topic(Map<String, String> settings) throws Exception {
        broker.topic(topic, PARTITIONS, settings);
    }

    /** Facts about seven tokens in turn. */
    private static List<FedFact> facts(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> fact(position, Map.of("subject", "token/" + position % 7)))
                .toList();
    }

    private List<ConsumerRecord<String, String>> arrived() {
        return broker.records(topic, PARTITIONS);
    }

    private static String header(ConsumerRecord<?, ?> of, String name) {
        return new String(of.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void theFactsOfOneThingAreInOnePartitionAndInOrder() throws Exception {
        topic(Map.of());
        receiver.send(inClear(), facts(1, 150));
        receiver.send(inClear("compression", "gzip"), facts(151, 210));

        List<ConsumerRecord<String, String>> arrived = arrived();
        assertThat(arrived).hasSize(210);
        for (int token = 0; token < 7; token++) {
            String key = "token/" + token;
            List<ConsumerRecord<String, String>> ofOne =
                    arrived.stream().filter(record -> record.key().equals(key)).toList();
            assertThat(ofOne)
                    .extracting(record -> Long.parseLong(header(record, "ce_position")))
                    .hasSize(30)
                    .isSorted();
            assertThat(ofOne.stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
        }
    }

    @Test
    void aRecordIsACloudEventThatSaysWhatItIs() throws Exception {
        topic(Map.of());
        receiver.send(inClear(), List.of(fact(7, Map.of())));

        ConsumerRecord<String, String> record = arrived().get(0);
        assertThat(record.key()).isNull();
        assertThat(record.value()).isEqualTo("{\"position\":\"7\",\"ü\":1}");
        assertThat(header(record, "content-type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo("0000-7");
        assertThat(header(record, "ce_type")).isEqualTo("org.symbolon.OtpAccepted");
        assertThat(header(record, "ce_position")).isEqualTo("7");
        assertThat(record.timestamp()).isGreaterThan(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-256", "SCRAM-SHA-512"})
    void aUserLogsInByScramOverTls(String mechanism) throws Exception {
        topic(Map.of());
        String[] user = {"mechanism", mechanism, "username", KafkaBroker.USER, "password", KafkaBroker.PASSWORD};
        receiver.send(to(Door.SASL, user), facts(1, 3));
        assertThat(arrived()).hasSize(3);
    }

    @Test
    void aUserLogsInByPlainOverTls() throws Exception {
        topic(Map.of());
        receiver.send(
                to(Door.SASL, "mechanism", "PLAIN", "username", "plain", "password", "plain-password"), facts(1, 3));
        assertThat(arrived()).hasSize(3);
    }

    @Test
    void theServerShowsItsCertificateWhereItHasOne() throws Exception {
        topic(Map.of());
        String[] own = {"client_certificate", certificates.certificatePem(), "client_key", certificates.keyPem()};
        receiver.send(to(Door.MUTUAL, own), facts(1, 3));
        assertThat(arrived()).hasSize(3);

        receiver.close();
        assertThatThrownBy(() -> receiver.send(to(Door.MUTUAL), facts(4, 4))).isInstanceOf(FeedTroubleException.class);
        String[] another = {"client_certificate", certificates.certificatePem(), "client_key", "none"};
        assertThatThrownBy(() -> receiver.send(to(Door.MUTUAL, another), facts(4, 4)))
                .isInstanceOf(FeedTroubleException.class)
                .hasMessage("the file of authorities, or the certificate or its key, cannot be used");
    }

    @ParameterizedTest
    @CsvSource({"SCRAM-SHA-512,sym\"bolon", "SCRAM-SHA-512,nobody", "PLAIN,plain"})
    void aWrongPasswordIsToldAndNotShown(String mechanism, String user) throws Exception {
        topic(Map.of());
        FeedTarget wrong = to(Door.SASL, "mechanism", mechanism, "username", user, "password", "wrong-password");
        assertThatThrownBy(() -> receiver.send(wrong, facts(1, 1)))
                .isInstanceOf(FeedTroubleException.class)
                .hasMessage("the Kafka of " + broker.server(Door.SASL)
                        + " refuses the user or the password, or this way to log in")
                .hasNoCause();
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aCertificateOfSomebodyElseIsNotTakenUnlessItIsNotLookedAt() throws Exception {
        topic(Map.of());
        assertThatThrownBy(() -> receiver.send(to(Door.TLS, "authorities", ""), facts(1, 1)))
                .isInstanceOf(FeedTroubleException.class)
                .hasMessage("the Kafka of " + broker.server(Door.TLS)
                        + " could not be spoken to by TLS: its certificate comes from no authority that is trusted");
        assertThat(arrived()).isEmpty();

        receiver.send(to(Door.TLS, "authorities", "", "tls", "0"), facts(1, 1));
        receiver.close();
        receiver.send(to(Door.TLS), facts(2, 2));
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void aTopicThatIsNotThereIsToldOf() {
        assertThatThrownBy(() -> receiver.send(inClear("timeout", "1"), facts(1, 1)))
                .isInstanceOf(FeedTroubleException.class)
                .hasMessage("the Kafka of " + broker.server(Door.CLEAR) + " has no topic " + topic);
    }

    @Test
    void aFactThatIsTooLargeForTheTopicIsRefusedAndTheFeedGoesOn() throws Exception {
        topic(Map.of("max.message.bytes", "2000"));
        FedFact large = sized(3, 5000);
        assertThatThrownBy(() -> receiver.send(inClear(), List.of(large)))
                .isInstanceOf(FeedRefusedException.class)
                .hasMessage("the Kafka of " + broker.server(Door.CLEAR) + " finds it too large");
        receiver.send(inClear(), facts(4, 4));
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aFactThatIsTooLargeForAnyRequestIsRefused() throws Exception {
        topic(Map.of());
        List<FedFact> facts =
                List.of(facts(1, 1).get(0), sized(2, 2_000_000), facts(3, 3).get(0));
        assertThatThrownBy(() -> receiver.send(inClear(), facts))
                .isInstanceOf(FeedRefusedException.class)
                .hasMessageEndingWith(" finds it too large");
        assertThat(arrived())
                .extracting(record -> header(record, "ce_position"))
                .doesNotContain("3");
    }

    @Test
    void aTopicThatWantsKeysRefusesAFactWithoutOne() throws Exception {
        topic(Map.of("cleanup.policy", "compact"));
        List<FedFact> facts = new ArrayList<>(facts(1, 5));
        facts.add(fact(6, Map.of()));
        assertThatThrownBy(() -> receiver.send(inClear(), facts))
                .isInstanceOf(FeedRefusedException.class)
                .hasMessageEndingWith(" does not take it for what it is");
        receiver.send(inClear(), facts(7, 7));
    }

    private static FedFact sized(long position, int size) {
        FedFact usual = facts(position, position).get(0);
        return new FedFact(usual.id(), position, usual.name(), usual.time(), "x".repeat(size), usual.labels());
    }

    @Test
    void nobodyWhoIsLocalIsTold() throws Exception {
        topic(Map.of());
        try (KafkaReceiver guarded = receiver()) {
            assertThatThrownBy(() -> guarded.send(inClear("timeout", "1"), facts(1, 1)))
                    .isInstanceOf(FeedTroubleException.class)
                    .hasMessage("127.0.0.1 is not asked, since its address is local to this server");
        }
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aClusterDoesNotLeadToSomebodyWhoIsLocal() throws Exception {
        topic(Map.of());
        FeedTarget leading = to(Door.LEADS_ON, "encrypted", "0", "timeout", "2");
        try (KafkaReceiver guarded = receiver("127.0.0.2")) {
            assertThatThrownBy(() -> guarded.send(leading, facts(1, 1)))
                    .isInstanceOf(FeedTroubleException.class)
                    .hasMessage("127.0.0.1 is not asked, since its address is local to this server");
        }
        assertThat(arrived()).isEmpty();
        try (KafkaReceiver allowed = receiver("127.0.0.0/8")) {
            allowed.send(leading, facts(1, 1));
        }
        assertThat(arrived()).hasSize(1);
    }

    /** As a feeder does it: what was not taken is handed over again. Answers the last that was taken. */
    private long feed(FeedTarget target, BooleanSupplier enough) {
        long last = 0;
        while (!enough.getAsBoolean()) {
            try {
                receiver.send(target, facts(last + 1, last + 50));
                last += 50;
            } catch (FeedTroubleException trouble) {
                Thread.onSpinWait();
            } catch (FeedRefusedException refused) {
                throw new IllegalStateException(refused);
            }
        }
        return last;
    }

    /** Each is there, and came for the first time behind all that happened before to the same. */
    private void assertNoneLost(long number) {
        Map<String, List<Long>> first = arrived().stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                record -> Long.parseLong(header(record, "ce_position")),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new), List::copyOf))));
        assertThat(first.values()).allSatisfy(positions -> assertThat(positions).isSorted());
        assertThat(first.values().stream().mapToLong(List::size).sum()).isEqualTo(number);
    }

    @Test
    void aBrokerThatIsKilledInTheMiddleLosesNothingAndTheOrderStays() throws Exception {
        topic(Map.of());
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Long> feeding =
                CompletableFuture.supplyAsync(() -> feed(inClear("timeout", "2"), enough::get));
        try {
            awaitArrived(100);
            broker.kill();
            broker.begin();
            awaitArrived(arrived().size() + 100);
        } finally {
            enough.set(true);
        }
        assertNoneLost(feeding.get(1, TimeUnit.MINUTES));
    }

    private void awaitArrived(int number) {
        broker.await(topic, PARTITIONS, records -> records.size() >= number);
    }

    @Test
    void aBrokerThatIsSlowIsNotWaitedForLongAndIsToldAllLater() throws Exception {
        topic(Map.of());
        FeedTarget target = inClear("timeout", "1");
        receiver.send(target, facts(1, 50));
        broker.pause(true);
        try {
            assertThatThrownBy(() -> receiver.send(target, facts(51, 100)))
                    .isInstanceOf(FeedTroubleException.class)
                    .hasMessage("the Kafka of " + broker.server(Door.CLEAR) + " does not answer in time");
        } finally {
            broker.pause(false);
        }
        AtomicInteger rounds = new AtomicInteger(5);
        assertNoneLost(feed(inClear(), () -> rounds.getAndDecrement() == 0));
    }

    @Test
    void aBrokerThatIsNotThereHoldsNobodyAndLeavesNoThread() throws Exception {
        FeedTarget nowhere = target("kafka", "brokers", "127.0.0.1:1", "topic", topic, "timeout", "1");
        assertThatThrownBy(() -> receiver.send(nowhere, facts(1, 1)))
                .isInstanceOf(FeedTroubleException.class)
                .hasMessage("the Kafka of 127.0.0.1:1 does not answer in time");
        assertThat(clients()).isEmpty();

        topic(Map.of());
        receiver.send(inClear(), facts(1, 1));
        assertThat(clients()).hasSize(1);
        receiver.release(inClear());
        assertThat(clients()).isEmpty();
    }

    private static List<String> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("kafka-producer"))
                .toList();
    }
}
