package org.symbolon.connectors.feed;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.connectors.files.StoreFiles;

/** What Kafka's client is told: to lose nothing, to keep the order, to wait for nobody long, and to tell nobody about itself. */
final class KafkaSettings {

    private static final int PRESET_SECONDS = 30;
    private static final int LINGER_MILLIS = 5;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int REQUEST_BYTES = 1024 * 1024;
    private static final long MEMORY_BYTES = 8L * 1024 * 1024;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private KafkaSettings() {}

    /** How long a cluster may take to say where its topic is, and again to take what it is sent. */
    static Duration patience(FeedTarget target) {
        return Duration.ofSeconds(target.number("timeout", PRESET_SECONDS));
    }

    static boolean isEncrypted(FeedTarget target) {
        return target.flag("encrypted", true);
    }

    /** Who the server says it is; empty where it has no name to say. */
    static Optional<String> user(FeedTarget target) {
        return target.option("username");
    }

    static String mechanism(FeedTarget target) {
        return target.option("mechanism").orElse("SCRAM-SHA-512");
    }

    /**
     * The settings.
     *
     * @throws IOException if the file of authorities cannot be read
     * @throws GeneralSecurityException if it, or the server's own certificate, is of no use
     */
    static Map<String, Object> of(FeedTarget target, StoreFiles files) throws IOException, GeneralSecurityException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaBrokers.of(target).names());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "symbolon-" + target.name());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                target.option("compression").orElse("none"));
        settings.putAll(losingNothing());
        settings.putAll(silent());
        settings.putAll(bounded(patience(target)));
        settings.putAll(secured(target, files));
        return settings;
    }

    /**
     * One request at a time for each broker: what comes behind a batch that failed has not been sent then, and whoever ends the client at
     * once keeps it from being sent.
     */
    private static Map<String, Object> losingNothing() {
        return Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MILLIS,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                REQUEST_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                MEMORY_BYTES);
    }

    /** Brokers may ask a client for its measures, and Java's management for the same. */
    private static Map<String, Object> silent() {
        return Map.of(
                ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false, ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    }

    private static Map<String, Object> bounded(Duration patience) {
        int millis = (int) patience.toMillis();
        return Map.of(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (long) millis,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                millis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis / 2,
                ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
                (long) millis / 2,
                ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG,
                (long) millis,
                ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG,
                FIRST_PAUSE_MILLIS,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                LONGEST_PAUSE_MILLIS,
                CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
                "rebootstrap");
    }

    private static Map<String, Object> secured(FeedTarget target, StoreFiles files)
            throws IOException, GeneralSecurityException {
        Map<String, Object> settings = new HashMap<>();
        boolean named = user(target).isPresent();
        boolean encrypted = isEncrypted(target);
        settings.put(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                (named ? "SASL_" : "") + (encrypted ? "SSL" : "PLAINTEXT"));
        if (named) {
            settings.put(SaslConfigs.SASL_MECHANISM, mechanism(target));
            settings.put(SaslConfigs.SASL_JAAS_CONFIG, logIn(target));
        }
        if (encrypted) {
            settings.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, KafkaEngines.class);
            settings.put(KafkaEngines.CONTEXT, FeedTrust.of(target, files));
            settings.put(
                    SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG, target.flag("tls", true) ? "https" : "");
        }
        return settings;
    }

    private static String logIn(FeedTarget target) {
        String module = mechanism(target).equals("PLAIN")
                ? "org.apache.kafka.common.security.plain.PlainLoginModule"
                : "org.apache.kafka.common.security.scram.ScramLoginModule";
        return module + " required username=" + quoted(user(target).orElse("")) + " password="
                + quoted(target.option("password").orElse("")) + ";";
    }

    /** Nothing in it ends the text that it is part of. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
