package org.symbolon.connectors.feed;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.HostResolver;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.internals.ProducerInterceptors;
import org.apache.kafka.clients.producer.internals.ProducerMetadata;
import org.apache.kafka.common.internals.ClusterResourceListeners;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.LogContext;

/**
 * Kafka's client with look-ups of ours. It is put together as Kafka's own tests do it, since there is no setting for that: what it is put
 * together of may change with any version, which those notice who test it against a broker.
 */
final class KafkaClient implements AutoCloseable {

    private final Metrics metrics = new Metrics(Time.SYSTEM);
    private final Producer<String, byte[]> producer;

    private KafkaClient(ProducerConfig config, KafkaBrokers brokers, HostResolver hosts) {
        ProducerMetadata metadata = metadata(config);
        metadata.bootstrap(brokers.servers());
        ApiVersions versions = new ApiVersions();
        this.producer = producer(config, metadata, network(config, metadata, versions, hosts), versions);
    }

    /** A client that looks brokers up in this way, and asks these first. */
    static KafkaClient of(Map<String, Object> settings, KafkaBrokers brokers, HostResolver hosts) {
        return new KafkaClient(new ProducerConfig(settings), brokers, hosts);
    }

    private static ProducerMetadata metadata(ProducerConfig config) {
        return new ProducerMetadata(
                config.getLong(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
                config.getLong(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG),
                config.getLong(ProducerConfig.METADATA_MAX_AGE_CONFIG),
                config.getLong(ProducerConfig.METADATA_MAX_IDLE_CONFIG),
                log(config),
                new ClusterResourceListeners());
    }

    private static LogContext log(ProducerConfig config) {
        return new LogContext("[" + config.getString(ProducerConfig.CLIENT_ID_CONFIG) + "] ");
    }

    private NetworkClient network(
            ProducerConfig config, ProducerMetadata metadata, ApiVersions versions, HostResolver hosts) {
        return ClientUtils.createNetworkClient(
                config,
                config.getList(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG),
                config.getString(ProducerConfig.CLIENT_ID_CONFIG),
                metrics,
                "producer",
                log(config),
                versions,
                Time.SYSTEM,
                config.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
                config.getInt(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG),
                metadata,
                null,
                hosts,
                null,
                null);
    }

    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> producer(
            ProducerConfig config, ProducerMetadata metadata, NetworkClient network, ApiVersions versions) {
        try {
            Constructor<?> constructor = KafkaProducer.class.getDeclaredConstructor(
                    ProducerConfig.class,
                    Serializer.class,
                    Serializer.class,
                    ProducerMetadata.class,
                    org.apache.kafka.clients.KafkaClient.class,
                    ProducerInterceptors.class,
                    ApiVersions.class,
                    Time.class);
            constructor.setAccessible(true);
            return (Producer<String, byte[]>) constructor.newInstance(
                    config,
                    new StringSerializer(),
                    new ByteArraySerializer(),
                    metadata,
                    network,
                    null,
                    versions,
                    Time.SYSTEM);
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException("Kafka's client is of another version", other);
        }
    }

    Producer<String, byte[]> producer() {
        return producer;
    }

    /** Waits for nothing that is under way. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
        metrics.close();
    }
}
