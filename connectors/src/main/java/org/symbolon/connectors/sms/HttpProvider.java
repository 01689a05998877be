package org.symbolon.connectors.sms;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.BoundedHttp.Answer;
import org.symbolon.connectors.network.Deadline;

/** Gateways that take messages over HTTP, each with parameters of its own. */
final class HttpProvider implements SmsProvider {

    private static final String URL = "URL";

    private final BoundedHttp http;

    HttpProvider(BoundedHttp http) {
        this.http = http;
    }

    @Override
    public void send(Gateway gateway, TextMessage message) {
        String number = PhoneNumber.of(gateway, message);
        Map<String, String> tags =
                Map.of(Tags.PHONE, number, Tags.OTP, message.text().reveal());
        call(gateway, gateway.required(URL), tags);
    }

    /** Calls an address that belongs to a gateway, and looks whether its answer says that all is well. */
    void call(Gateway gateway, String address, Map<String, String> tags) {
        HttpCall call = HttpCall.of(gateway, address, tags);
        call.requireTaken(ask(gateway, call, call.request()));
    }

    @Override
    public List<Finding> examine(Gateway gateway) {
        return examine(gateway, gateway.required(URL));
    }

    /** What is found at the door of an address that belongs to a gateway, once it is sure that it could be called. */
    List<Finding> examine(Gateway gateway, String address) {
        HttpCall call = HttpCall.of(gateway, address, Map.of());
        HttpRequest sound = call.request();
        return http.examine(sound.uri(), call.way(), call.timeout());
    }

    /** The answer to a document that was posted, where its code says that all is well. */
    Answer post(Gateway gateway, String address, String document) {
        HttpCall call = HttpCall.of(gateway, address, Map.of());
        Answer answer = ask(gateway, call, call.posting(document, "text/xml; charset=utf-8"));
        call.requireTaken(answer);
        return answer;
    }

    private Answer ask(Gateway gateway, HttpCall call, HttpRequest request) {
        Deadline deadline = Deadline.in(call.timeout());
        try {
            return http.ask(request, call.way(), deadline);
        } catch (IOException failed) {
            throw deadline.isOver()
                    ? new TextNotSentException(gateway.identifier(), Trouble.TOO_SLOW)
                    : NetworkFailures.of(failed, gateway);
        }
    }
}
