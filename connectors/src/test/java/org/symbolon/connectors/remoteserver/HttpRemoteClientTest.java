package org.symbolon.connectors.remoteserver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.remoteserver.port.RemoteAnswer;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.remoteserver.port.RemoteRequest;
import org.symbolon.command.remoteserver.port.RemoteUnavailableException;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.connectors.network.WaitingRoom;
import org.symbolon.connectors.sms.HttpGatewayDouble;
import org.symbolon.events.shared.Secret;

/** What another server is told, what of its answers counts, and what it can do wrong. */
class HttpRemoteClientTest {

    private static final String PASS = "geheim %2B+&ü 1";
    private static final BoundedHttp HTTP =
            new BoundedHttp("test", HttpRemoteClientTest::usual, AddressGuard.allowing(List.of("127.0.0.0/8", "::1")));

    private HttpGatewayDouble outside;

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @BeforeEach
    void start() throws IOException {
        outside = new HttpGatewayDouble();
    }

    @AfterEach
    void stop() {
        outside.close();
    }

    @AfterAll
    static void close() {
        HTTP.close();
    }

    private static HttpRemoteClient within(Duration patience) {
        return new HttpRemoteClient(HTTP, new WaitingRoom(1, 2), patience);
    }

    private static RemotePeer at(String scheme, int port) {
        return RemotePeer.at(scheme + "://127.0.0.1:" + port, RemotePeer.CHECK, true);
    }

    private static RemoteRequest request(String transactionId) {
        Map<String, String> who = Map.of("user", "emma & max", "realm", "far", "resolver", "");
        return new RemoteRequest(new TreeMap<>(who), Secret.of(PASS), Optional.ofNullable(transactionId));
    }

    private RemoteAnswer answered(int status, String text) {
        outside.answers(status, text);
        return within(Duration.ofSeconds(20)).ask(at("http", outside.port()), request(null));
    }

    @Test
    void whatIsSentIsEncodedOnceMoreThanAFormSinceThatServerDecodesItOnceMore() {
        outside.answers(200, "{\"result\": {\"value\": true}}");
        within(Duration.ofSeconds(20)).ask(at("http", outside.port()), request("0123"));

        HttpGatewayDouble.Asked asked = outside.asked().get(0);
        assertThat(asked.method() + " " + asked.target()).isEqualTo("POST /validate/check");
        assertThat(asked.headers().getFirst("User-Agent")).isEqualTo("Symbolon");
        assertThat(asked.body())
                .isEqualTo("pass=geheim%2520%25252B%252B%2526%25C3%25BC%25201&realm=far&transaction_id=0123"
                        + "&user=emma%2520%2526%2520max");
    }

    @Test
    void itLetsSomebodyIn() {
        assertThat(answered(
                        200, "{\"result\": {\"status\": true, \"value\": true}, \"detail\": {\"serial\": \"FAR1\"}}"))
                .isEqualTo(new RemoteAnswer.Accepted("FAR1"));
        assertThat(answered(200, "{\"result\": {\"value\": true}, \"detail\": null}"))
                .isEqualTo(new RemoteAnswer.Accepted(""));
    }

    @Test
    void itDoesNot() {
        assertThat(answered(200, "{\"result\": {\"value\": false}}")).isEqualTo(new RemoteAnswer.Refused(200));
        assertThat(answered(
                        200,
                        "{\"result\": {\"value\": false, \"authentication\": \"REJECT\"},"
                                + " \"detail\": {\"transaction_id\": \"1\"}}"))
                .isEqualTo(new RemoteAnswer.Refused(200));
        assertThat(answered(401, "{\"result\": {\"value\": true}}")).isEqualTo(new RemoteAnswer.Refused(401));
        assertThat(answered(302, "")).isEqualTo(new RemoteAnswer.Refused(302));
        assertThat(outside.asked()).as("no redirection is followed").hasSize(4);
    }

    @Test
    void itAsksForMore() {
        String detail = "\"detail\": {\"message\": \"Enter it\", \"transaction_id\": \"0123\"}}";

        assertThat(answered(200, "{\"result\": {\"value\": false, \"authentication\": \"CHALLENGE\"}, " + detail))
                .isEqualTo(new RemoteAnswer.Challenged("Enter it", "0123"));
        assertThat(answered(200, "{\"result\": {\"value\": false}, " + detail))
                .as("as older servers say it")
                .isEqualTo(new RemoteAnswer.Challenged("Enter it", "0123"));
        assertThat(answered(200, "{\"result\": {\"value\": false}, \"detail\": {\"transaction_id\": \"../../etc\"}}"))
                .isEqualTo(new RemoteAnswer.Refused(200));
    }

    private static void assertUnavailable(HttpRemoteClient client, RemotePeer peer, String trouble) {
        assertThatThrownBy(() -> client.ask(peer, request(null)))
                .isInstanceOf(RemoteUnavailableException.class)
                .hasMessageEndingWith(trouble)
                .hasMessageNotContainingAny("geheim", "emma", "deep")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "[]",
                "{",
                "{\"result\": true}",
                "{\"result\": {\"value\": \"true\"}}",
                "{\"result\": {\"value\": 1}}",
                "{\"result\": {\"value\": {}}}"
            })
    void nonsenseLetsNobodyIn(String text) {
        outside.answers(200, text);
        assertUnavailable(within(Duration.ofSeconds(20)), at("http", outside.port()), "answers nonsense");
    }

    @Test
    void tenMegabytesAreNonsenseToo() {
        outside.answers(200, "{\"result\": {\"value\": true, \"more\": \"" + "x".repeat(10_000_000) + "\"}}");
        assertUnavailable(within(Duration.ofSeconds(20)), at("http", outside.port()), "answers nonsense");
    }

    @Test
    void aServerThatIsSlowIsNotWaitedForAndKeepsNobodyElseWaiting() throws Exception {
        HttpRemoteClient client = within(Duration.ofSeconds(2));
        try (HandMadeServer silent = HandMadeServer.silent()) {
            CompletableFuture<?> first = CompletableFuture.runAsync(
                    () -> assertUnavailable(client, at("http", silent.port()), "does not answer in time"));
            while (silent.connections() == 0) {
                Thread.onSpinWait();
            }
            assertUnavailable(client, at("http", silent.port()), "keeps too many waiting");
            first.get();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://me:deep@127.0.0.1", "ftp://far", "far", "http://", "http://far:99999", "http://a b"})
    void anAddressThatCannotBeAskedIsSaidWithoutIt(String address) {
        assertUnavailable(within(Duration.ofSeconds(2)), RemotePeer.at(address, "", true), "has no sound address");
    }

    @Test
    void halfAnAnswerAndAServerThatIsAway() throws Exception {
        try (HandMadeServer half = new HandMadeServer(connection -> {
            connection.getInputStream().read(new byte[8192]);
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".getBytes(US_ASCII));
        })) {
            assertUnavailable(within(Duration.ofSeconds(20)), at("http", half.port()), "or answers nonsense");
        }
        assertUnavailable(within(Duration.ofSeconds(20)), at("http", HandMadeServer.NOBODYS_PORT), "cannot be reached");
    }

    @Test
    void aCertificateMustHoldUnlessTheDefinitionSaysOtherwise() throws Exception {
        Certificates certificates = Certificates.of("ip:127.0.0.1");
        try (HttpGatewayDouble secured = new HttpGatewayDouble(certificates.server())) {
            secured.answers(200, "{\"result\": {\"value\": true}}");
            String address = "https://127.0.0.1:" + secured.port();
            HttpRemoteClient client = within(Duration.ofSeconds(20));

            assertUnavailable(client, RemotePeer.at(address, RemotePeer.CHECK, true), "offers no sound encryption");
            assertThat(secured.asked()).isEmpty();
            assertThat(client.ask(RemotePeer.at(address, RemotePeer.CHECK, false), request(null)))
                    .isEqualTo(new RemoteAnswer.Accepted(""));
        }
    }
}
