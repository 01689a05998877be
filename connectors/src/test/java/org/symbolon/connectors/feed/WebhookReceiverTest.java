package org.symbolon.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.connectors.feed.SampleFacts.facts;
import static org.symbolon.connectors.feed.SampleFacts.target;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.feed.port.FeedRefusedException;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.connectors.sms.HttpGatewayDouble;
import org.symbolon.connectors.sms.HttpGatewayDouble.Asked;

/** What a webhook is sent, and which of its answers mean what. */
class WebhookReceiverTest {

    private static final String SECRET = "a-secret-that-is-long-enough";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_614_265_330), ZoneOffset.UTC);

    private HttpGatewayDouble outside;

    @BeforeEach
    void start() throws IOException {
        outside = new HttpGatewayDouble();
    }

    @AfterEach
    void stop() {
        outside.close();
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static WebhookReceiver receiver(String... local) {
        return new WebhookReceiver(
                new BoundedHttp("test", WebhookReceiverTest::usual, AddressGuard.allowing(List.of(local))), CLOCK);
    }

    private FeedTarget hook(int port) {
        return target(
                "webhook",
                "url",
                "http://127.0.0.1:" + port + "/facts?a=b",
                "secret",
                SECRET,
                "authorization",
                "Splunk abc",
                "timeout",
                "1");
    }

    /** The example of the specification. */
    @Test
    void theSignatureIsThatOfStandardWebhooks() {
        assertThat(WebhookSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aBatchIsSentWithItsSignature() throws Exception {
        outside.answers(204, "");

        receiver("127.0.0.1").send(hook(outside.port()), facts(1, 2));

        Asked asked = outside.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.target()).isEqualTo("/facts?a=b");
        assertThat(asked.body()).isEqualTo("[{\"position\":\"1\",\"ü\":1},\n{\"position\":\"2\",\"ü\":1}]");
        assertThat(asked.headers().getFirst("Content-Type"))
                .isEqualTo("application/cloudevents-batch+json; charset=utf-8");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Splunk abc");
        assertThat(asked.headers().getFirst("webhook-id")).isEqualTo("msg_00001_2");
        assertThat(asked.headers().getFirst("webhook-timestamp")).isEqualTo("1614265330");
        assertThat(asked.headers().getFirst("webhook-signature"))
                .isEqualTo(WebhookSignature.of(
                        SECRET, "msg_00001_2", CLOCK.instant(), asked.body().getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void theseCodesMeanThatItWasTaken(int code) {
        outside.answers(code, "");
        assertThatCode(() -> receiver("127.0.0.1").send(hook(outside.port()), facts(1, 1)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 413, 422})
    void theseCodesMeanThatItWillNeverBeTaken(int code) {
        outside.answers(code, "secret words of a stranger");
        assertThatThrownBy(() -> receiver("127.0.0.1").send(hook(outside.port()), facts(1, 1)))
                .isInstanceOf(FeedRefusedException.class)
                .hasMessage("127.0.0.1:" + outside.port() + " answers with the code " + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 408, 429, 500, 503})
    void theseCodesMeanThatItMayBeTakenLater(int code) {
        outside.answers(code, "");
        assertThatThrownBy(() -> receiver("127.0.0.1").send(hook(outside.port()), facts(1, 1)))
                .isInstanceOf(FeedTroubleException.class)
                .hasMessage("127.0.0.1:" + outside.port() + " answers with the code " + code);
        assertThat(outside.asked()).as("and no redirection is followed").hasSize(1);
    }

    @Test
    void nobodyWhoIsLocalIsAsked() {
        assertThatThrownBy(() -> receiver().send(hook(outside.port()), facts(1, 1)))
                .isInstanceOf(FeedTroubleException.class)
                .hasMessageContaining("is not asked, since its address is local to this server");
        assertThat(outside.asked()).isEmpty();
    }

    @Test
    void whoeverSaysNothingIsNotWaitedForLong() throws IOException {
        try (HandMadeServer silent = HandMadeServer.silent()) {
            assertThatThrownBy(() -> receiver("127.0.0.1").send(hook(silent.port()), facts(1, 1)))
                    .isInstanceOf(FeedTroubleException.class)
                    .hasMessageContaining("does not answer in time");
        }
    }
}
