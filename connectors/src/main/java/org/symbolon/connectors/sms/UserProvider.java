package org.symbolon.connectors.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.command.smsgateway.port.TokenEntries;

/** Gateways over HTTP that know people by their logins, and may want to know when somebody has logged in. */
final class UserProvider implements SmsProvider {

    private static final String URL = "URL";
    private static final String AFTER_LOGIN = "POST_CHECK_URL";
    private static final String OTHER_NAME = "UID_TOKENINFO_ATTRIBUTE";

    private final HttpProvider http;
    private final TokenEntries entries;

    UserProvider(HttpProvider http, TokenEntries entries) {
        this.http = http;
        this.entries = entries;
    }

    @Override
    public void send(Gateway gateway, TextMessage message) {
        http.call(gateway, gateway.required(URL), tags(gateway, message));
    }

    @Override
    public void tellOfLogin(Gateway gateway, TextMessage message) {
        Optional<String> address = gateway.option(AFTER_LOGIN);
        if (address.isPresent()) {
            http.call(gateway, address.get(), tags(gateway, message));
        }
    }

    @Override
    public List<Finding> examine(Gateway gateway) {
        List<Finding> findings = new ArrayList<>(http.examine(gateway));
        gateway.option(AFTER_LOGIN).ifPresent(address -> findings.addAll(http.examine(gateway, address)));
        return findings;
    }

    private Map<String, String> tags(Gateway gateway, TextMessage message) {
        return Map.of(Tags.UID, name(gateway, message), Tags.OTP, message.text().reveal());
    }

    /** Whoever is called otherwise than by his login is not guessed: the value would go to somebody else. */
    private String name(Gateway gateway, TextMessage message) {
        String login = message.login().reveal();
        return gateway.option(OTHER_NAME)
                .map(entry -> entries.read(message.serial().reveal(), entry).orElse(""))
                .or(() -> Optional.of(login))
                .filter(name -> !name.isBlank())
                .orElseThrow(() ->
                        new TextNotSentException(gateway.identifier(), Trouble.NUMBER, "whom it is for is not known"));
    }
}
