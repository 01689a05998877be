package org.symbolon.connectors.sms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.events.shared.Secret;

/** Definitions of gateways, and a message for them. */
final class Gateways {

    static final AddressGuard ON_THIS_MACHINE = AddressGuard.allowing(List.of("127.0.0.1"));
    static final String PASSWORD = "Secret-7";
    static final TextMessage MESSAGE = new TextMessage(
            Secret.of("+49 151 0005"), Secret.of("erin"), Secret.of("PISM1"), Secret.of("Value 755224 & {phone}"));

    private Gateways() {}

    /** One of a kind with these options: name, value, name, value. */
    static Gateway of(String kind, String... options) {
        return new Gateway("gate", "edumfa.lib.smsprovider." + kind + "." + kind, secrets(options), Map.of());
    }

    static Map<String, Secret> secrets(String... pairs) {
        Map<String, Secret> secrets = new HashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            secrets.put(pairs[index], Secret.of(pairs[index + 1]));
        }
        return secrets;
    }

    static TextMessage to(String number) {
        return new TextMessage(Secret.of(number), MESSAGE.login(), MESSAGE.serial(), MESSAGE.text());
    }
}
