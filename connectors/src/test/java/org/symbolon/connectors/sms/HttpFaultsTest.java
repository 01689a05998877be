package org.symbolon.connectors.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.connectors.network.HandMadeServer;

/** What a gateway over HTTP can do wrong: each ends within its time, with a word about the kind of trouble. */
class HttpFaultsTest {

    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final String PATIENT = "20";
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final ProviderSmsSender SENDER = sender(HttpFaultsTest::usual);

    private static ProviderSmsSender sender(Supplier<SSLContext> tls) {
        return new ProviderSmsSender(
                (server, mail) -> {},
                name -> Optional.empty(),
                (serial, entry) -> Optional.empty(),
                Path.of("/nowhere"),
                new BoundedHttp("test", tls, Gateways.ON_THIS_MACHINE),
                "");
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static SSLContext context(Certificates certificates) {
        try {
            return certificates.trustingContext();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    @AfterAll
    static void close() {
        SENDER.close();
    }

    /** One that is given little time. */
    private static Gateway at(String address) {
        return at(address, "yes", "1");
    }

    private static Gateway at(String address, String checked, String seconds) {
        return Gateways.of(
                "HttpSMSProvider",
                "URL",
                address,
                "TIMEOUT",
                seconds,
                "CHECK_SSL",
                checked,
                "pass",
                Gateways.PASSWORD,
                "t",
                "{otp}");
    }

    private static Trouble trouble(ProviderSmsSender sender, Gateway gateway) {
        TextNotSentException failure =
                catchThrowableOfType(TextNotSentException.class, () -> sender.send(gateway, Gateways.MESSAGE));
        assertThat(failure)
                .hasMessageStartingWith("The SMS gateway gate ")
                .hasMessageNotContainingAny("755224", Gateways.PASSWORD, "nonsense")
                .hasNoCause();
        return failure.trouble();
    }

    private static Trouble trouble(HandMadeServer.Behaviour behaviour) throws Exception {
        try (HandMadeServer server = new HandMadeServer(behaviour)) {
            long begin = System.nanoTime();
            Trouble trouble = trouble(SENDER, at("http://127.0.0.1:" + server.port() + "/"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_MOST);
            return trouble;
        }
    }

    /** Reads the request first: one that is answered before it is sent is broken off, by chance. */
    private static HandMadeServer.Behaviour saying(String text) {
        return connection -> {
            connection.getInputStream().read(new byte[8192]);
            connection.getOutputStream().write(text.getBytes(US_ASCII));
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP",
                "nonsense\r\n\r\n",
                HEAD,
                HEAD + "Content-Length: nonsense\r\n\r\nOK",
                HEAD + "Content-Length: 10\r\n\r\nhalf"
            })
    void itAnswersHalfOrNonsense(String said) throws Exception {
        assertThat(trouble(saying(said))).isEqualTo(Trouble.BROKEN_OFF);
    }

    @Test
    void itSaysNothing() throws Exception {
        assertThat(trouble(connection -> Thread.sleep(5_000))).isEqualTo(Trouble.TOO_SLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", HEAD + "X: ", HEAD + "Content-Length: 1000\r\n\r\n"})
    void itDripsByteByByte(String before) throws Exception {
        assertThat(trouble(connection -> {
                    saying(before).meet(connection);
                    for (int sent = 0; sent < 100; sent++) {
                        connection.getOutputStream().write('x');
                        Thread.sleep(50);
                    }
                }))
                .isEqualTo(Trouble.TOO_SLOW);
    }

    @Test
    void tenMegabytesAreNotRead() throws Exception {
        long[] taken = new long[1];
        try (HandMadeServer server = new HandMadeServer(connection -> {
            saying(HEAD + "Content-Length: 10000000\r\n\r\nOK").meet(connection);
            for (; taken[0] < 10_000_000; taken[0] += 10_000) {
                connection.getOutputStream().write(new byte[10_000]);
            }
        })) {
            SENDER.send(at("http://127.0.0.1:" + server.port() + "/", "yes", PATIENT), Gateways.MESSAGE);
        }
        assertThat(taken[0]).isLessThan(9_000_000);
    }

    @Test
    void endlessHeadersAreNotRead() throws Exception {
        assertThat(trouble(connection -> {
                    saying(HEAD).meet(connection);
                    for (int line = 0; line < 200_000; line++) {
                        connection.getOutputStream().write(("X-" + line + ": nonsense\r\n").getBytes(US_ASCII));
                    }
                    Thread.sleep(5_000);
                }))
                .isIn(Trouble.BROKEN_OFF, Trouble.TOO_SLOW);
    }

    @Test
    void itIsNotThere() throws IOException {
        assertThat(trouble(SENDER, at("http://127.0.0.1:" + HandMadeServer.NOBODYS_PORT + "/", "yes", PATIENT)))
                .isEqualTo(Trouble.UNREACHABLE);
        assertThat(trouble(SENDER, at("http://nowhere.invalid/", "yes", PATIENT)))
                .isEqualTo(Trouble.UNKNOWN_HOST);
    }

    @Test
    void aCertificateMustHoldAndBeMadeOutForTheNameUnlessItIsNotChecked() throws Exception {
        Certificates certificates = Certificates.of("dns:other.example.com");
        try (HttpGatewayDouble outside = new HttpGatewayDouble(certificates.server());
                ProviderSmsSender trusting = sender(() -> context(certificates))) {
            String address = "https://127.0.0.1:" + outside.port() + "/";

            assertThat(trouble(SENDER, at(address, "yes", PATIENT))).isEqualTo(Trouble.NOT_SECURE);
            assertThat(trouble(trusting, at(address, "yes", PATIENT)))
                    .as("another name")
                    .isEqualTo(Trouble.NOT_SECURE);
            assertThat(outside.asked()).isEmpty();
            SENDER.send(at(address, "no", PATIENT), Gateways.MESSAGE);
            assertThat(outside.asked()).hasSize(1);
        }
    }

    @Test
    void aCertificateThatHoldsIsEnough() throws Exception {
        Certificates certificates = Certificates.of("ip:127.0.0.1");
        try (HttpGatewayDouble outside = new HttpGatewayDouble(certificates.server());
                ProviderSmsSender trusting = sender(() -> context(certificates))) {
            trusting.send(at("https://127.0.0.1:" + outside.port() + "/", "yes", PATIENT), Gateways.MESSAGE);

            assertThat(outside.asked()).hasSize(1);
        }
    }
}
