package org.symbolon.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.sms.HttpGatewayDouble.Asked;
import org.symbolon.events.shared.Secret;

/** Gateways over HTTP, with all that can be said of them in a definition. */
class HttpProviderTest {

    private static final String KIND = "HttpSMSProvider";
    private static final ProviderSmsSender SENDER = new ProviderSmsSender(
            (server, mail) -> {
                throw new AssertionError("No mail is wanted");
            },
            name -> Optional.empty(),
            (serial, entry) -> Optional.of("alias of " + serial).filter(known -> entry.equals("alias")),
            Path.of("/nowhere"),
            Gateways.ON_THIS_MACHINE);

    private HttpGatewayDouble outside;

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
        SENDER.close();
    }

    private Gateway gateway(String... more) {
        return ofKind(KIND, more);
    }

    private Gateway ofKind(String kind, String... more) {
        Gateway usual = Gateways.of(kind, "URL", url("/send?a=b"), "to", "{phone}", "text", "<{otp}>");
        Map<String, Secret> options = new HashMap<>(usual.options());
        options.putAll(Gateways.secrets(more));
        return new Gateway(usual.identifier(), usual.provider(), options, Gateways.secrets("X-Key", "{otp} k"));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + outside.port() + path;
    }

    private Asked sent(Gateway gateway) {
        SENDER.send(gateway, Gateways.MESSAGE);
        return outside.asked().get(outside.asked().size() - 1);
    }

    private static TextNotSentException failure(Gateway gateway) {
        TextNotSentException failure =
                catchThrowableOfType(TextNotSentException.class, () -> SENDER.send(gateway, Gateways.MESSAGE));
        assertThat(failure)
                .hasMessageStartingWith("The SMS gateway gate ")
                .hasMessageNotContainingAny("755224", Gateways.PASSWORD, "0005")
                .hasNoCause();
        return failure;
    }

    @Test
    void parametersGoIntoTheQueryBehindWhatIsThere() {
        Asked asked = sent(gateway("HTTP_METHOD", "GET"));

        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.target()).isEqualTo("/send?a=b&text=%3CValue+755224+%26+%7Bphone%7D%3E&to=%2B49+151+0005");
        assertThat(asked.headers().getFirst("X-Key")).isEqualTo("{otp} k");
        assertThat(asked.body()).isEmpty();
    }

    @Test
    void parametersAreAForm() {
        Asked asked = sent(gateway("HTTP_METHOD", "POST"));

        assertThat(asked.target()).isEqualTo("/send?a=b");
        assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(asked.body()).isEqualTo("text=%3CValue+755224+%26+%7Bphone%7D%3E&to=%2B49+151+0005");
    }

    @Test
    void parametersAreAnObject() {
        Asked asked = sent(gateway("HTTP_METHOD", "POST", "SEND_DATA_AS_JSON", "yes"));

        assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(asked.body()).isEqualTo("{\"text\":\"<Value 755224 & {phone}>\",\"to\":\"+49 151 0005\"}");
    }

    @Test
    void aNameAndAPasswordAreSentFromTheOptionsOrTheAddress() {
        String basic = "Basic bWU6U2VjcmV0LTc=";

        assertThat(sent(gateway("USERNAME", "me", "PASSWORD", Gateways.PASSWORD))
                        .headers()
                        .getFirst("Authorization"))
                .isEqualTo(basic);
        Gateway inside = gateway("URL", "http://me:Secret%2D7@127.0.0.1:" + outside.port() + "/");
        assertThat(sent(inside).headers().getFirst("Authorization")).isEqualTo(basic);
        assertThat(outside.asked().toString()).doesNotContain("Secret");
    }

    @Test
    void theNumberIsRewritten() {
        assertThat(sent(gateway("REGEXP", "/[+ ]//")).target()).contains("to=491510005");
    }

    @ParameterizedTest
    @CsvSource({
        "200, fine, '', '', true",
        "201, fine, '', '', true",
        "202, fine, '', '', true",
        "204, '', '', '', false",
        "302, fine, '', '', false",
        "401, fine, '', '', false",
        "500, fine, fine, '', false",
        "200, all is fine, is fine, '', true",
        "200, all is lost, is fine, '', false",
        "200, all is lost, '', lost, false",
        "200, all is fine, '', lost, true",
        "200, fine and lost, fine, lost, true"
    })
    void theAnswerSaysWhetherItIsTaken(int code, String said, String success, String failure, boolean taken) {
        outside.answers(code, said);
        Gateway gateway = gateway("RETURN_SUCCESS", success, "RETURN_FAIL", failure);

        if (taken) {
            sent(gateway);
        } else {
            assertThat(failure(gateway).trouble()).isEqualTo(code == 401 ? Trouble.LOGIN : Trouble.REJECTED);
        }
        assertThat(outside.asked()).as("no redirection is followed").hasSize(1);
    }

    @Test
    void aProxyIsAskedInstead() {
        String[] options = {"URL", "http://gateway.invalid/send", "HTTP_PROXY", url("/"), "HTTPS_PROXY", "http://lost"};

        assertThat(sent(gateway(options)).target()).startsWith("http://gateway.invalid/send?text=");
        assertThat(sent(gateway("URL", "http://gateway.invalid/", "PROXY", "127.0.0.1:" + outside.port()))
                        .target())
                .startsWith("http://gateway.invalid/");
    }

    @Test
    void privacyIdeaCallsTheSameKindOtherwise() {
        Gateway usual = gateway();
        sent(new Gateway("gate", "privacyidea.lib.smsprovider." + KIND + "." + KIND, usual.options(), Map.of()));

        assertThat(outside.asked()).hasSize(1);
    }

    @Test
    void whoIsKnownByHisLoginIsCalledByIt() {
        Gateway gateway = ofKind("HttpMessageToUidProvider", "to", "{uid} {phone}", "POST_CHECK_URL", url("/in"));

        assertThat(sent(gateway).target()).endsWith("&to=erin+%7Bphone%7D");
        SENDER.tellOfLogin(gateway, Gateways.MESSAGE);
        assertThat(outside.asked().get(1).target()).startsWith("/in?text=").endsWith("&to=erin+%7Bphone%7D");
        SENDER.tellOfLogin(ofKind("HttpMessageToUidProvider"), Gateways.MESSAGE);
        SENDER.tellOfLogin(gateway(), Gateways.MESSAGE);
        assertThat(outside.asked()).as("who does not want to know").hasSize(2);
        assertThat(failure(ofKind("HttpMessageToUidProvider", "UID_TOKENINFO_ATTRIBUTE", "x"))
                        .trouble())
                .as("nobody knows an entry x of the token")
                .isEqualTo(Trouble.NUMBER);
        assertThat(sent(ofKind("HttpMessageToUidProvider", "to", "{uid}", "UID_TOKENINFO_ATTRIBUTE", "alias"))
                        .target())
                .endsWith("&to=alias+of+PISM1");
    }

    @ParameterizedTest
    @CsvSource({
        "URL, ''",
        "URL, ftp://gateway/",
        "URL, /send",
        "URL, http://a b/",
        "URL, http://gateway:70000/",
        "HTTP_METHOD, PUT",
        "TIMEOUT, soon",
        "TIMEOUT, 0",
        "REGEXP, x",
        "REGEXP, /(/x/",
        "REGEXP, '/1/\\7/'",
        "HTTP_PROXY, http://user:pass@proxy/"
    })
    void whatIsNoDefinitionIsNotAsked(String option, String value) {
        assertThat(failure(gateway(option, value)).trouble()).isEqualTo(Trouble.DEFINITION);
        assertThat(outside.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "a b", "X-Broken\n"})
    void aHeaderThatCannotBeSentIsNoDefinition(String name) {
        Gateway usual = gateway();
        Gateway gateway = new Gateway("gate", usual.provider(), usual.options(), Gateways.secrets(name, "x"));

        assertThat(failure(gateway).trouble()).isEqualTo(Trouble.DEFINITION);
    }

    @Test
    void aKindThatSendsNoTextsSaysSo() {
        assertThat(failure(Gateways.of("FirebaseProvider")).trouble()).isEqualTo(Trouble.NO_TEXTS);
    }
}
