package org.symbolon.connectors.yubico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.yubico.port.YubicoRequest;
import org.symbolon.command.tokentype.yubico.port.YubicoUnavailableException;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.connectors.network.WaitingRoom;
import org.symbolon.connectors.sms.HttpGatewayDouble;

class HttpYubicoServiceTest {

    private static final Map<String, String> FIELDS = Map.of("otp", "cccc", "h", "a+b=");
    private static final BoundedHttp HTTP =
            new BoundedHttp("test", HttpYubicoServiceTest::usual, AddressGuard.allowing(List.of("127.0.0.0/8", "::1")));

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @AfterAll
    static void close() {
        HTTP.close();
    }

    private static HttpYubicoService within(Duration patience) {
        return new HttpYubicoService(HTTP, new WaitingRoom(1, 2), patience);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/verify";
    }

    @Test
    void fieldsGoIntoTheAddressOrIntoAForm() throws IOException {
        try (HttpGatewayDouble outside = new HttpGatewayDouble()) {
            outside.answers(200, "status=OK\r\n");
            HttpYubicoService service = within(Duration.ofSeconds(20));

            assertThat(service.ask(new YubicoRequest(url(outside.port()) + "?a=b", false, FIELDS)))
                    .isEqualTo("status=OK\r\n");
            service.ask(new YubicoRequest(url(outside.port()), true, FIELDS));

            assertThat(outside.asked().get(0).target())
                    .startsWith("/verify?a=b&")
                    .contains("h=a%2Bb%3D", "otp=cccc");
            assertThat(outside.asked().get(0).method()).isEqualTo("GET");
            assertThat(outside.asked().get(1).target()).isEqualTo("/verify");
            assertThat(outside.asked().get(1).body()).contains("h=a%2Bb%3D", "otp=cccc");
        }
    }

    private static void assertUnavailable(HttpYubicoService service, String url, String trouble) {
        assertThatThrownBy(() -> service.ask(new YubicoRequest(url, false, FIELDS)))
                .isInstanceOf(YubicoUnavailableException.class)
                .hasMessageEndingWith(trouble)
                .hasMessageNotContainingAny("cccc", "a+b", "deep")
                .hasNoCause();
    }

    @Test
    void aServiceThatIsAwayOrSlowIsNotWaitedForLong() throws Exception {
        HttpYubicoService service = within(Duration.ofSeconds(2));
        try (HandMadeServer silent = HandMadeServer.silent()) {
            CompletableFuture<?> first = CompletableFuture.runAsync(
                    () -> assertUnavailable(service, url(silent.port()), "does not answer in time"));
            while (silent.connections() == 0) {
                Thread.onSpinWait();
            }
            assertUnavailable(service, url(silent.port()), "keeps too many waiting");
            first.get();
        }
        assertUnavailable(service, url(HandMadeServer.NOBODYS_PORT), "cannot be reached");
        assertUnavailable(service, "http://me:deep@127.0.0.1/", "cannot be asked");
        assertUnavailable(service, "nowhere", "cannot be asked");
    }
}
