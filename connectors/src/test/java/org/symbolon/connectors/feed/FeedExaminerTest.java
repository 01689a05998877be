package org.symbolon.connectors.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.connectors.Findings;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.events.shared.Secret;

/** What is found at the door of those who are fed. */
class FeedExaminerTest {

    @TempDir
    private Path folder;

    private List<String> told(String type, Map<String, String> options) throws Exception {
        AddressGuard guard = AddressGuard.allowing(List.of("127.0.0.1"));
        SSLContext trust = SSLContext.getDefault();
        Map<String, Secret> secrets = new HashMap<>();
        options.forEach((name, text) -> secrets.put(name, Secret.of(text)));
        try (BoundedHttp http = new BoundedHttp("test", () -> trust, guard);
                FeedExaminer examiner =
                        new FeedExaminer(http, guard, new StoreFiles(List.of(folder)), folder.resolve("feeds"))) {
            return Findings.told(examiner.examine(new FeedTarget(1, "siem", type, secrets)));
        }
    }

    @Test
    void oneThatIsSwitchedOffIsNotLookedAt() throws Exception {
        assertThat(told("webhook", Map.of("active", "0"))).containsExactly("UNCHECKED It is switched off");
    }

    @Test
    void aWebhookIsGoneToAndOneInClearIsWarnedOf() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(told("webhook", Map.of("url", "http://127.0.0.1:" + server.getLocalPort() + "/hook")))
                    .containsExactly(
                            "OK 127.0.0.1:" + server.getLocalPort() + " can be reached",
                            "WARNING Facts cross the network in clear: give it an address with https://");
        }
        assertThat(told("webhook", Map.of("url", "no address")))
                .containsExactly("FAILED It has no sound address: give it a URL with a host");
    }

    @Test
    void theCertificateOfASyslogServerIsLookedAt() throws Exception {
        Certificates certificates = Certificates.of("ip:127.0.0.1");
        Files.writeString(folder.resolve("authorities.pem"), certificates.certificatePem());
        try (ServerSocket server = certificates
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread door = new Thread(() -> answer(server));
            door.setDaemon(true);
            door.start();
            String name = "127.0.0.1:" + server.getLocalPort();
            Map<String, String> options =
                    Map.of("server", "127.0.0.1", "port", "" + server.getLocalPort(), "authorities", "authorities.pem");
            assertThat(told("syslog", options))
                    .containsExactly(
                            "OK " + name + " can be reached by TLS",
                            "HOLDS The certificate of " + name + ", else FAILED");
        }
        assertThat(told("syslog", Map.of("server", "127.0.0.1", "authorities", "none.pem")))
                .containsExactly("FAILED The file of authorities cannot be used: look at 'authorities'");
    }

    @Test
    void eachBrokerOfAKafkaIsGoneToAndBothCertificatesAreLookedAt() throws Exception {
        Certificates certificates = Certificates.of("ip:127.0.0.1");
        Files.writeString(folder.resolve("authorities.pem"), certificates.certificatePem());
        try (ServerSocket server = certificates
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(server));
            answering.start();
            String name = "127.0.0.1:" + server.getLocalPort();
            Map<String, String> options = Map.of(
                    "brokers",
                    name + ", 127.0.0.1:1",
                    "authorities",
                    "authorities.pem",
                    "client_certificate",
                    certificates.certificatePem(),
                    "client_key",
                    certificates.keyPem());
            assertThat(told("kafka", options))
                    .containsExactly(
                            "OK " + name + " can be reached by TLS",
                            "HOLDS The certificate of " + name + ", else FAILED",
                            "FAILED 127.0.0.1:1 cannot be reached: look whether it runs, and whether something between"
                                    + " lets nobody pass",
                            "HOLDS The certificate that it shows, else FAILED");
            answering.join();
        }
        assertThat(told("kafka", Map.of("brokers", "127.0.0.1:1", "client_certificate", "none")))
                .containsExactly(
                        "FAILED The file of authorities, or the certificate or its key, cannot be used: look at"
                                + " 'authorities', 'client_certificate' and 'client_key'");
    }

    @Test
    void aKafkaInClearIsWarnedOf() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String name = "127.0.0.1:" + server.getLocalPort();
            Map<String, String> options = Map.of("brokers", name, "encrypted", "0");
            assertThat(told("kafka", options))
                    .containsExactly(
                            "OK " + name + " can be reached",
                            "WARNING Facts cross the network in clear: let the brokers speak TLS");
        }
    }

    private static void answer(ServerSocket server) {
        try (Socket connection = server.accept()) {
            assertThat(connection.getInputStream().read()).isNegative();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void theDirectoryOfFilesMustBeOneToWriteTo() throws Exception {
        assertThat(told("file", Map.of("file", "facts")))
                .containsExactly("UNCHECKED Its directory is made with the first fact");
        Files.writeString(folder.resolve("feeds"), "a file");
        assertThat(told("file", Map.of("file", "facts")))
                .containsExactly("FAILED Its directory cannot be written to: look at symbolon.feeds.directory");
    }
}
