package org.symbolon.connectors.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.connectors.network.FreePort;

/** A real broker of Kafka, from Maven's jars, as a process of its own on loopback: it can be killed, paused and begun again. */
public final class KafkaBroker implements AutoCloseable {

    /** Its doors, and how each is secured. */
    public enum Door {
        CLEAR("PLAINTEXT"),
        TLS("SSL"),
        MUTUAL("SSL"),
        SASL("SASL_SSL"),
        /** At 127.0.0.2, and leads on to the first one. */
        LEADS_ON("PLAINTEXT"),
        CONTROLLER("PLAINTEXT");

        private final String protocol;

        Door(String protocol) {
            this.protocol = protocol;
        }

        String host() {
            return this == LEADS_ON ? "127.0.0.2" : "127.0.0.1";
        }
    }

    /** Who may log in at the door of that name. */
    public static final String USER = "sym\"bolon";

    public static final String PASSWORD = "Pa\\ss\"; word=ü";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Door> DOORS = List.of(Door.values());

    private final Path folder;
    private final Map<Door, Integer> ports = new EnumMap<>(Door.class);
    private Process process;

    private KafkaBroker(Path folder) throws IOException {
        this.folder = folder;
        for (Door door : DOORS) {
            ports.put(door, FreePort.tcp(InetAddress.getByName(door.host())));
        }
    }

    /** One without topics, which shows this certificate and trusts it. */
    public static KafkaBroker start(Path folder, Certificates certificates) throws Exception {
        KafkaBroker broker = new KafkaBroker(folder);
        Files.writeString(folder.resolve("shown.pem"), certificates.keyPem() + certificates.certificatePem());
        Files.writeString(folder.resolve("trusted.pem"), certificates.certificatePem());
        Files.writeString(folder.resolve("server.properties"), broker.properties());
        broker.begin();
        try {
            broker.nameUser();
            return broker;
        } catch (Exception failed) {
            broker.close();
            throw failed;
        }
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%1$s
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=CLEAR
                listeners=%2$s
                advertised.listeners=%3$s
                listener.security.protocol.map=%4$s
                ssl.keystore.type=PEM
                ssl.keystore.location=%5$s/shown.pem
                ssl.truststore.type=PEM
                ssl.truststore.location=%5$s/trusted.pem
                listener.name.mutual.ssl.client.auth=required
                sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512
                listener.name.sasl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_plain="plain-password";
                listener.name.sasl.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                listener.name.sasl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                log.dirs=%5$s/log
                auto.create.topics.enable=false
                num.network.threads=1
                num.io.threads=2
                background.threads=2
                log.cleaner.enable=false
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                """
                .formatted(
                        server(Door.CONTROLLER),
                        listeners(DOORS, true),
                        listeners(DOORS.subList(0, DOORS.size() - 1), false),
                        DOORS.stream().map(door -> door + ":" + door.protocol).collect(Collectors.joining(",")),
                        folder);
    }

    private String listeners(List<Door> doors, boolean own) {
        return doors.stream()
                .map(door -> door + "://" + (own ? server(door) : advertised(door)))
                .collect(Collectors.joining(","));
    }

    private String advertised(Door door) {
        return server(door == Door.LEADS_ON ? Door.CLEAR : door);
    }

    /** Where a door is, as clients are told it. */
    public String server(Door door) {
        return door.host() + ":" + ports.get(door);
    }

    /** Begins it, for the first time or again, and waits until it answers. */
    public void begin() throws Exception {
        Path log = folder.resolve("output");
        Path own = Path.of(KafkaBrokerMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String broker = Files.readString(Path.of(System.getProperty("symbolon.test.kafka")))
                .strip();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        broker + ":" + own,
                        KafkaBrokerMain.class.getName(),
                        folder.resolve("server.properties").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        awaitReady(log);
    }

    /** It opens one door after the other, and ends where it cannot open all: that it answers at one is not enough. */
    private void awaitReady(Path log) throws Exception {
        long begin = System.nanoTime();
        try (Admin admin = admin()) {
            KafkaFuture<?> nodes = admin.describeCluster().nodes();
            while (!nodes.isDone() || !DOORS.stream().allMatch(this::isOpen)) {
                boolean late = System.nanoTime() - begin > PATIENCE.toNanos();
                if (late || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    kill();
                    throw new IllegalStateException("Kafka did not start: " + Files.readString(log));
                }
            }
            nodes.get();
        }
    }

    private boolean isOpen(Door door) {
        try (Socket knock = new Socket()) {
            knock.connect(new InetSocketAddress(door.host(), ports.get(door)));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private void nameUser() throws Exception {
        byte[] password = PASSWORD.getBytes(StandardCharsets.UTF_8);
        try (Admin admin = admin()) {
            for (ScramMechanism mechanism : List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
                ScramCredentialInfo kept = new ScramCredentialInfo(mechanism, 4096);
                admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, kept, password)))
                        .all()
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private Map<String, Object> client() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", server(Door.CLEAR));
        settings.put("reconnect.backoff.max.ms", "100");
        settings.put("enable.metrics.push", "false");
        settings.put("metric.reporters", "");
        return settings;
    }

    private Admin admin() {
        return Admin.create(client());
    }

    /** Makes a topic with settings of its own. */
    public void topic(String name, int partitions, Map<String, String> settings) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** All that a topic holds now: of each partition in its order. */
    public List<ConsumerRecord<String, String>> records(String topic, int partitions) {
        try (KafkaConsumer<String, String> consumer = reader(topic, partitions)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
            return read(consumer, found -> ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue()));
        }
    }

    /** What a topic holds, as soon as that is enough. */
    public List<ConsumerRecord<String, String>> await(
            String topic, int partitions, Predicate<List<ConsumerRecord<String, String>>> enough) {
        try (KafkaConsumer<String, String> consumer = reader(topic, partitions)) {
            return read(consumer, enough);
        }
    }

    private KafkaConsumer<String, String> reader(String topic, int partitions) {
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer());
        consumer.assign(IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    private static List<ConsumerRecord<String, String>> read(
            KafkaConsumer<String, String> consumer, Predicate<List<ConsumerRecord<String, String>>> enough) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        long begin = System.nanoTime();
        while (!enough.test(found)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("Not all is there: " + found);
            }
            consumer.poll(Duration.ofMillis(100)).forEach(found::add);
        }
        return found;
    }

    /** Has it do nothing for a while, as one that is overloaded, or go on. */
    public void pause(boolean paused) throws Exception {
        new ProcessBuilder("kill", paused ? "-STOP" : "-CONT", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends it without a word. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> log = Files.walk(folder.resolve("log"))) {
            log.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
