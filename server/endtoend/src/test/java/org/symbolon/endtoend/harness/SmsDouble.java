package org.symbolon.endtoend.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.connectors.sms.HttpGatewayDouble;

/** An SMS gateway that takes messages over HTTP, and remembers them. */
public final class SmsDouble implements AutoCloseable {

    public static final String MODULE = "edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider";

    private final HttpGatewayDouble outside;

    public SmsDouble() {
        try {
            outside = new HttpGatewayDouble();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Defines it under this name. */
    public void define(ApiClient admin, String name, String... more) {
        define(admin, name, outside.port(), more);
    }

    /** Defines a gateway at a port of this machine. */
    public static void define(ApiClient admin, String name, int port, String... more) {
        String[] usual = {
            "name",
            name,
            "module",
            MODULE,
            "option.URL",
            "http://127.0.0.1:" + port + "/send",
            "option.HTTP_METHOD",
            "POST",
            "option.to",
            "{phone}",
            "option.text",
            "{otp}",
            "option.TIMEOUT",
            "2"
        };
        Wire.assertValue(admin.post("/smsgateway", ApiClient.joined(usual, more)), "'<int>'");
    }

    public int port() {
        return outside.port();
    }

    public void answers(int code, String said) {
        outside.answers(code, said);
    }

    /** What was sent to a number, in its order. */
    public List<String> textsTo(String number) {
        return messages()
                .filter(message -> message.get("to").equals(number))
                .map(message -> message.get("text"))
                .toList();
    }

    /** The last of what was sent to a number, and so far something was. */
    public String lastTextTo(String number) {
        List<String> texts = textsTo(number);
        assertThat(texts).as("messages to %s", number).isNotEmpty();
        return texts.get(texts.size() - 1);
    }

    /** All that was asked, as it was sent. */
    public List<HttpGatewayDouble.Asked> asked() {
        return outside.asked();
    }

    private Stream<Map<String, String>> messages() {
        return outside.asked().stream().map(asked -> Stream.of(asked.body().split("&"))
                .map(field -> field.split("=", -1))
                .collect(Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1]))));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        outside.close();
    }
}
