package org.symbolon.connectors.sms;

import java.util.List;
import java.util.Map;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.network.BoundedHttp;

/** The gateway of sipgate, which is called by XML-RPC. */
final class SipgateProvider implements SmsProvider {

    private static final String NOT_A_DIGIT = "[^0-9]";

    /** What no document in XML 1.0 may hold. */
    private static final String NOT_XML = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final HttpProvider http;
    private final String address;

    SipgateProvider(HttpProvider http, String address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public void send(Gateway gateway, TextMessage message) {
        requireLogin(gateway);
        String number = PhoneNumber.plain(gateway, message).replaceAll(NOT_A_DIGIT, "");
        String body = callFor(number, message.text().reveal());
        BoundedHttp.Answer answer = http.post(gateway, address, body);
        if (!answer.text().contains("<methodResponse>")) {
            throw new TextNotSentException(gateway.identifier(), Trouble.BROKEN_OFF);
        }
        if (answer.text().contains("<fault>")) {
            throw new TextNotSentException(gateway.identifier(), Trouble.REJECTED, "by the text of its answer");
        }
    }

    private static void requireLogin(Gateway gateway) {
        gateway.required("USERNAME");
        gateway.required("PASSWORD");
    }

    @Override
    public List<Finding> examine(Gateway gateway) {
        requireLogin(gateway);
        return http.examine(gateway, address);
    }

    private static String callFor(String number, String text) {
        Map<String, String> members =
                Map.of("RemoteUri", "sip:" + number + "@sipgate.de", "TOS", "text", "Content", text);
        StringBuilder call = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodCall>"
                + "<methodName>samurai.SessionInitiate</methodName><params><param><value><struct>");
        members.forEach((name, value) -> call.append("<member><name>")
                .append(name)
                .append("</name><value><string>")
                .append(escaped(value))
                .append("</string></value></member>"));
        return call.append("</struct></value></param></params></methodCall>").toString();
    }

    private static String escaped(String text) {
        return text.replaceAll(NOT_XML, "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
