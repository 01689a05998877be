package org.symbolon.command.smsgateway.port;

import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * An SMS gateway that administrators have defined, ready to be used.
 *
 * @param provider the kind of gateway, by the name under which clients know it
 * @param options what the provider is told; not all are secrets, but all are treated so
 * @param headers what goes along with each request over HTTP
 */
public record Gateway(String identifier, String provider, Map<String, Secret> options, Map<String, Secret> headers) {

    public Gateway {
        options = Map.copyOf(options);
        headers = Map.copyOf(headers);
    }

    /** An option; empty where it is not given, or says nothing. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).map(Secret::reveal).filter(text -> !text.isBlank());
    }

    /**
     * An option without which the gateway cannot be used.
     *
     * @throws TextNotSentException if it is not given
     */
    public String required(String name) {
        return option(name)
                .orElseThrow(() -> new TextNotSentException(
                        identifier, TextNotSentException.Trouble.DEFINITION, name + " is missing"));
    }

    /** Shows what it is called, and nothing that it is told. */
    @Override
    public String toString() {
        return "Gateway[" + identifier + ", " + provider + "]";
    }
}
