package org.symbolon.connectors.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusVerdict;

/** RADIUS/TLS over real connections, with certificates made for it. */
class RadiusTlsTest {

    private static final String HERE = "127.0.0.5";
    private static final int MOST = 3;

    private static final SoftCertificates AUTHORITY = SoftCertificates.authority("authority");
    private static final SoftCertificates SERVER = AUTHORITY.server("localhost");
    private static final SoftCertificates PROXY = AUTHORITY.client("proxy.example.com");

    private final List<KnownRadiusClient> clients = new CopyOnWriteArrayList<>(
            List.of(Clients.tls("proxy", HERE, AUTHORITY.certificate(), "proxy.example.com")));
    private final PreparedLogins logins = new PreparedLogins();
    private RadiusListener listener;

    @BeforeEach
    void begin() throws IOException {
        listener = new RadiusListener(
                new RadiusListener.Places(
                        InetAddress.getLoopbackAddress(), OptionalInt.empty(), OptionalInt.of(0), 4, 64, MOST),
                () -> List.copyOf(clients),
                logins);
        listener.start(SERVER::with);
        logins.answer(login -> new RadiusVerdict.Accepted(login.client().name(), List.of()));
    }

    @AfterEach
    void end() {
        listener.stop(Duration.ZERO);
    }

    private SoftProxy connected(SoftCertificates who) throws IOException {
        return SoftProxy.at(HERE, listener.tlsPort(), who.trusting(AUTHORITY));
    }

    private static SoftPacket request(String user) {
        return SoftPacket.request(SoftProxy.SECRET).user(user).password("typed");
    }

    /** With TLS 1.3 a client learns of it only when it reads. */
    private void assertNotLetIn(SoftCertificates who) {
        assertThatThrownBy(() -> {
                    try (SoftProxy proxy = connected(who)) {
                        proxy.ask(request("emma"));
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(logins.asked).isEmpty();
    }

    @Test
    void aClientThatAnAuthorityVouchesForIsAnswered() throws IOException {
        try (SoftProxy proxy = connected(PROXY)) {
            assertThat(proxy.ask(request("emma")).message()).isEqualTo("proxy");
            SoftPacket unsigned =
                    SoftPacket.unsigned(SoftProxy.SECRET).user("max").password("typed");
            assertThat(proxy.ask(unsigned).isAccept()).isTrue();
            assertThat(proxy.ask(SoftPacket.of(12, SoftProxy.SECRET).signed()).isAccept())
                    .isTrue();
        }
        assertThat(logins.asked).extracting(login -> login.user()).containsExactly("emma", "max");
    }

    @Test
    void itsOwnCertificateIsAsGood() throws IOException {
        clients.set(0, Clients.tls("pinned", HERE, PROXY.certificate(), ""));

        try (SoftProxy proxy = connected(PROXY)) {
            assertThat(proxy.ask(request("emma")).message()).isEqualTo("pinned");
        }
        assertNotLetInAgain(AUTHORITY.client("proxy.example.com"));
    }

    private void assertNotLetInAgain(SoftCertificates who) {
        logins.asked.clear();
        assertNotLetIn(who);
    }

    @Test
    void manyRequestsShareOneConnection() throws IOException {
        List<SoftPacket> requests = IntStream.range(0, 50)
                .mapToObj(number -> request("user" + number).numbered(number))
                .toList();
        try (SoftProxy proxy = connected(PROXY)) {
            for (SoftPacket request : requests) {
                proxy.send(request.bytes());
            }
            for (int number = 0; number < requests.size(); number++) {
                byte[] answer = proxy.received();
                assertThat(requests.get(Byte.toUnsignedInt(answer[1]))
                                .read(answer)
                                .isAccept())
                        .isTrue();
            }
        }
        assertThat(logins.asked).hasSize(50);
    }

    @Test
    void otherCertificatesAreNotLetIn() {
        assertNotLetIn(AUTHORITY.client("other.example.com"));
        assertNotLetIn(AUTHORITY.server("proxy.example.com"));
        assertNotLetIn(AUTHORITY.formerClient("proxy.example.com"));
        assertNotLetIn(SoftCertificates.authority("authority").client("proxy.example.com"));
        assertNotLetIn(SoftCertificates.authority("proxy.example.com"));
    }

    @Test
    void fromElsewhereNoConnectionIsTaken() throws IOException {
        clients.set(0, Clients.tls("proxy", "127.0.0.9", AUTHORITY.certificate(), ""));

        assertNotLetIn(PROXY);
        assertThat(listener.counts().of(RadiusEvent.UNKNOWN_CLIENT)).isEqualTo(1);
    }

    @Test
    void whoeverIsNotDefinedAnyMoreIsNotAnsweredAnyMore() throws IOException {
        try (SoftProxy proxy = connected(PROXY)) {
            assertThat(proxy.ask(request("emma")).isAccept()).isTrue();
            clients.clear();

            assertThatThrownBy(() -> proxy.ask(request("emma"))).isInstanceOf(IOException.class);
        }
        assertThat(logins.asked).hasSize(1);
    }

    @Test
    void aWrongSignatureIsNotAnsweredAndNonsenseEndsTheConnection() throws IOException {
        try (SoftProxy proxy = connected(PROXY)) {
            proxy.send(
                    SoftPacket.request("other").user("emma").password("typed").bytes());
            assertThat(proxy.ask(request("emma")).isAccept()).isTrue();
            assertThat(listener.counts().of(RadiusEvent.FORGED)).isEqualTo(1);

            proxy.send(new byte[] {1, 1, 0, 3});
            assertThatThrownBy(proxy::received).isInstanceOf(IOException.class);
        }
        Waiting.until(() -> listener.connections() == 0);
    }

    @Test
    void thereAreSoManyConnectionsAndNoMore() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int number = 0; number < MOST; number++) {
                Socket socket = new Socket();
                silent.add(socket);
                socket.bind(new InetSocketAddress(HERE, 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.tlsPort()));
            }
            Waiting.until(() -> listener.connections() == MOST);

            assertNotLetIn(PROXY);
            assertThat(listener.counts().of(RadiusEvent.OVERLOAD)).isEqualTo(1);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void aServerThatStopsEndsItsConnections() throws IOException {
        try (SoftProxy proxy = connected(PROXY)) {
            assertThat(proxy.ask(request("emma")).isAccept()).isTrue();

            listener.stop(Duration.ofSeconds(1));

            assertThatThrownBy(proxy::received).isInstanceOf(IOException.class);
        }
        Waiting.until(() -> listener.connections() == 0);
    }
}
