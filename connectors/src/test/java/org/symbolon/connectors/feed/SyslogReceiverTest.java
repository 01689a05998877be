package org.symbolon.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.connectors.feed.SampleFacts.fact;
import static org.symbolon.connectors.feed.SampleFacts.facts;
import static org.symbolon.connectors.feed.SampleFacts.target;

import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.connectors.network.HandMadeServer;

/** What a syslog server is sent, and when that counts as taken. */
class SyslogReceiverTest {

    @TempDir
    private static Path folder;

    private static Certificates certificates;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final SyslogReceiver receiver =
            new SyslogReceiver(AddressGuard.allowing(List.of("127.0.0.1")), new StoreFiles(List.of(folder)));

    @BeforeAll
    static void certify() throws Exception {
        certificates = Certificates.of("ip:127.0.0.1");
        Files.writeString(folder.resolve("authorities.pem"), certificates.certificatePem());
    }

    private interface End {
        void of(SSLSocket encrypted, Socket plain) throws Exception;
    }

    /** A server that reads all there is, and then ends the connection in its way. */
    private HandMadeServer server(String protocol, End end) {
        return new HandMadeServer(plain -> {
            SSLSocket encrypted = (SSLSocket)
                    certificates.server().getSocketFactory().createSocket(plain, "127.0.0.1", plain.getPort(), false);
            encrypted.setUseClientMode(false);
            encrypted.setEnabledProtocols(new String[] {protocol});
            InputStream input = encrypted.getInputStream();
            received.add(new String(input.readAllBytes(), UTF_8));
            end.of(encrypted, plain);
        });
    }

    private static FeedTarget to(int port, String... more) {
        List<String> options = new ArrayList<>(
                List.of("server", "127.0.0.1", "port", "" + port, "authorities", "authorities.pem", "timeout", "5"));
        options.addAll(List.of(more));
        return target("syslog", options.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aBatchIsFramedAndTakenWhenTheServerEndsInOrder(String protocol) throws Exception {
        try (HandMadeServer server = server(protocol, (encrypted, plain) -> encrypted.close())) {
            receiver.send(to(server.port()), facts(1, 2));
        }
        String message = "<86>1 2026-12-01T08:00:00.123Z - symbolon - OtpAccepted - {\"position\":\"%d\",\"ü\":1}";
        assertThat(received.poll(5, TimeUnit.SECONDS))
                .isEqualTo(framed(message.formatted(1)) + framed(message.formatted(2)));
    }

    private static String framed(String message) {
        return message.getBytes(UTF_8).length + " " + message;
    }

    @Test
    void whoEndsWithoutTakingLeaveHasReadAllTheSame() throws Exception {
        try (HandMadeServer server = server("TLSv1.3", (encrypted, plain) -> plain.close())) {
            receiver.send(to(server.port()), facts(1, 1));
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void whoDiesBeforeHeHasReadAllHasTakenNothing() throws Exception {
        HandMadeServer dying = new HandMadeServer(plain -> {
            SSLSocket encrypted = (SSLSocket)
                    certificates.server().getSocketFactory().createSocket(plain, "127.0.0.1", plain.getPort(), false);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            plain.setSoLinger(true, 0);
            plain.close();
        });
        try (dying) {
            assertThatThrownBy(() -> receiver.send(to(dying.port()), facts(1, 2000)))
                    .isInstanceOf(FeedTroubleException.class);
        }
    }

    @Test
    void aServerThatDoesNotEndTheConnectionIsBelievedOnlyWhereSomebodyHasSaidSo() throws Exception {
        try (HandMadeServer server = server("TLSv1.3", (encrypted, plain) -> Thread.sleep(60_000))) {
            assertThatThrownBy(() -> receiver.send(to(server.port(), "timeout", "1"), facts(1, 1)))
                    .isInstanceOf(FeedTroubleException.class)
                    .hasMessage("127.0.0.1 does not answer in time");
            assertThatCode(() -> receiver.send(to(server.port(), "confirm", "0"), facts(1, 1)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aServerWithACertificateOfSomebodyElseIsNotToldAnything() throws Exception {
        try (HandMadeServer server = server("TLSv1.3", (encrypted, plain) -> encrypted.close())) {
            FeedTarget trusting = target("syslog", "server", "127.0.0.1", "port", "" + server.port(), "timeout", "5");
            assertThatThrownBy(() -> receiver.send(trusting, facts(1, 1)))
                    .isInstanceOf(FeedTroubleException.class)
                    .hasMessage("127.0.0.1 offers no sound encryption");
            assertThat(received).isEmpty();
            receiver.send(target("syslog", "server", "127.0.0.1", "port", "" + server.port(), "tls", "0"), facts(1, 1));
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void nobodyWhoIsLocalIsTold() {
        SyslogReceiver guarded = new SyslogReceiver(AddressGuard.allowing(List.of()), new StoreFiles(List.of(folder)));
        assertThatThrownBy(() -> guarded.send(to(1), facts(1, 1)))
                .isInstanceOf(FeedTroubleException.class)
                .hasMessageContaining("is not asked, since its address is local to this server");
    }

    @Test
    void cefHasItsKeysAndWhatCouldForgeAnotherIsEscaped() {
        String text = CefText.of(fact(
                7,
                Map.of(
                        "action", "POST /validate/check",
                        "success", "false",
                        "user", "a=b\nc\\d",
                        "realm", "r1",
                        "serial", "HOTP1",
                        "client", "2001:db8::1",
                        "requestId", "r")));

        assertThat(text)
                .isEqualTo("CEF:0|Symbolon|Symbolon|1|OtpAccepted|OtpAccepted|6|externalId=0000-7 rt=1796112000123"
                        + " cn1Label=position cn1=7 act=POST /validate/check outcome=failure duser=a\\=b\\nc\\\\d"
                        + " c6a2=2001:db8::1 cs1Label=realm cs1=r1 cs2Label=serial cs2=HOTP1 cs3Label=request cs3=r");
    }
}
