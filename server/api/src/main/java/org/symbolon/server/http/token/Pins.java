package org.symbolon.server.http.token;

import java.util.Optional;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.Pin;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.ReadablePin;

/** Prepares the PINs of requests, and hashes those that are kept as hashes, before a command takes a database connection. */
final class Pins {

    private final PinVerifier verifier;

    Pins(PinVerifier verifier) {
        this.verifier = verifier;
    }

    /** The PIN in this parameter as it is to be kept; nothing when none was sent. */
    Optional<PinToKeep> in(ApiRequest request, String name) {
        return request.parameters()
                .printed(name)
                .map(text -> Limits.check(name, text, Limits.PIN))
                .map(text -> toKeep(request, Secret.of(text)));
    }

    /** A PIN as it is to be kept. */
    PinToKeep toKeep(ApiRequest request, Secret pin) {
        if (ReadablePin.isWanted(request)) {
            return PinToKeep.readable(pin);
        }
        return PinToKeep.hashed(pin.isEmpty() ? Pin.NONE : verifier.hash(pin));
    }
}
