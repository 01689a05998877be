package org.symbolon.connectors.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.eventhandler.port.OutsideFailedException;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.sms.HttpGatewayDouble;
import org.symbolon.events.shared.Secret;

/** What is told to other programs, and where it must not go. */
class HttpWebHooksTest {

    private final HttpGatewayDouble outside = outside();
    private BoundedHttp http = http(List.of("127.0.0.1"));

    private static HttpGatewayDouble outside() {
        try {
            return new HttpGatewayDouble();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BoundedHttp http(List<String> allowed) {
        return new BoundedHttp("hooks-of-tests", HttpWebHooksTest::tls, AddressGuard.allowing(allowed));
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterEach
    void close() {
        http.close();
        outside.close();
    }

    private void post(String address) throws OutsideFailedException {
        new HttpWebHooks(http, Duration.ofSeconds(20)).post("id-1", Secret.of(address), "json", Secret.of("\"some\""));
    }

    private String address(String login) {
        return "http://" + login + "127.0.0.1:" + outside.port() + "/hook?a=b";
    }

    @Test
    void theBodyIsSentAsItIsWithWhatNamesTheAttempt() throws Exception {
        post(address("me:secret@"));

        HttpGatewayDouble.Asked asked = outside.asked().get(0);
        assertThat(asked.target()).isEqualTo("/hook?a=b");
        assertThat(asked.body()).isEqualTo("\"some\"");
        assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("json");
        assertThat(asked.headers().getFirst("Idempotency-Key")).isEqualTo("id-1");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Basic bWU6c2VjcmV0");
    }

    @ParameterizedTest
    @CsvSource({"404, true", "401, true", "429, false", "503, false"})
    void aStatusSaysWhetherTheSameMayGoWellLater(int status, boolean forGood) {
        outside.answers(status, "no");

        assertThatThrownBy(() -> post(address(""))).isInstanceOfSatisfying(OutsideFailedException.class, failure -> {
            assertThat(failure.isForGood()).isEqualTo(forGood);
            assertThat(failure).hasMessage("the web hook answers with " + status);
        });
    }

    @Test
    void anAddressOfTheServersSurroundingsIsNotCalled() {
        http.close();
        http = http(List.of());

        assertThatThrownBy(() -> post(address("me:secret@")))
                .isInstanceOf(OutsideFailedException.class)
                .hasMessageContaining("not allowed")
                .hasMessageNotContaining("secret");
        assertThat(outside.asked()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsRefusedForGood() {
        assertThatThrownBy(() -> post("file:///etc/passwd"))
                .isInstanceOf(OutsideFailedException.class)
                .hasMessage("the address of the web hook is none");
    }
}
