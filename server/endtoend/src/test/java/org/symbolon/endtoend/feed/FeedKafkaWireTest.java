package org.symbolon.endtoend.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.symbolon.connectors.feed.KafkaBroker;
import org.symbolon.connectors.feed.KafkaBroker.Door;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;
import tools.jackson.databind.json.JsonMapper;

/** A feed to a real broker of Kafka, from its definition to its end. */
@WireTest
class FeedKafkaWireTest {

    private static final String FEED = "/feed/wire-kafka";

    @TempDir
    private static Path folder;

    @Test
    void whatHappensArrivesAtTheTopicUntilTheFeedIsDeleted(InProcessServer server, Path users) throws Exception {
        Tenant tenant = Tenant.create(server, "feedskafka", users, 2);
        ApiClient admin = tenant.admin();
        Path broker = Files.createDirectories(folder.resolve("broker"));
        ListAppender<ILoggingEvent> said = listen();
        try (KafkaBroker kafka = KafkaBroker.start(broker, Certificates.of("ip:127.0.0.1"))) {
            kafka.topic("facts", 2, Map.of());
            define(admin, kafka);
            assertThat(tenant.enrol("KAFKA1", "user1", "type", "spass").status())
                    .isEqualTo(200);
            admin.post("/token/description/KAFKA1", "description", "some");
            tenant.enrol("KAFKA2", "user1", "type", "spass");
            List<ConsumerRecord<String, String>> arrived = kafka.await(
                    "facts",
                    2,
                    all -> about(all, "KAFKA1").size() >= 2
                            && !about(all, "KAFKA2").isEmpty());

            assertThat(about(arrived, "KAFKA1"))
                    .extracting(record -> header(record, "ce_type"))
                    .startsWith("org.symbolon.TokenEnrolled")
                    .contains("org.symbolon.TokenDescribed");
            assertThat(arrived).allMatch(record -> new JsonMapper()
                    .readTree(record.value())
                    .path("type")
                    .asString()
                    .equals(header(record, "ce_type")));
            Patience.until("it is noted", () -> sent(admin) > 0);
            admin.delete(FEED);
            Patience.until("its client ends", () -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().endsWith("| symbolon-wire-kafka")));
        } finally {
            admin.delete(FEED);
            kafka().detachAppender(said);
            kafka().setAdditive(true);
            kafka().setLevel(Level.ERROR);
        }
        assertThat(List.copyOf(said.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(text -> text.contains("sasl.jaas.config = [hidden]"))
                .noneMatch(text -> text.contains("word=ü"));
    }

    private static void define(ApiClient admin, KafkaBroker kafka) {
        String[] options = {
            "type", "kafka",
            "brokers", kafka.server(Door.SASL),
            "topic", "facts",
            "tls", "0",
            "username", KafkaBroker.USER,
            "password", KafkaBroker.PASSWORD,
            "kinds", "Token*",
            "realms", "feedskafka"
        };
        assertThat(admin.post(FEED, options).status()).isEqualTo(200);
        assertThat(shown(admin, "options").get("password")).isEqualTo("__CENSORED__");
    }

    private static Map<?, ?> shown(ApiClient admin, String part) {
        Map<?, ?> feed = (Map<?, ?>) admin.get(FEED).valueMap().get("wire-kafka");
        return (Map<?, ?>) feed.get(part);
    }

    private static int sent(ApiClient admin) {
        return (Integer) shown(admin, "progress").get("sent");
    }

    private static List<ConsumerRecord<String, String>> about(
            List<ConsumerRecord<String, String>> records, String serial) {
        return records.stream()
                .filter(record -> ("token/" + serial).equals(record.key()))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> of, String name) {
        return new String(of.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Logger kafka() {
        return (Logger) LoggerFactory.getLogger("org.apache.kafka");
    }

    /** To all that it says in most detail. */
    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        kafka().setAdditive(false);
        kafka().setLevel(Level.DEBUG);
        kafka().addAppender(said);
        return said;
    }
}
