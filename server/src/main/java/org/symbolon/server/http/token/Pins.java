package org.symbolon.server.http.token;

import java.util.Optional;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.shared.Limits;
import org.symbolon.server.http.ApiRequest;

/** Hashes the PINs of requests before a command takes a database connection. */
final class Pins {

    private final PinVerifier verifier;

    Pins(PinVerifier verifier) {
        this.verifier = verifier;
    }

    /** The hash of the PIN in this parameter; the empty text for the empty PIN, nothing when none was sent. */
    Optional<String> hashOf(ApiRequest request, String name) {
        return request.parameters()
                .printed(name)
                .map(text -> Limits.check(name, text, Limits.PIN))
                .map(text -> hashOf(Secret.of(text)));
    }

    /** The hash of a PIN. */
    String hashOf(Secret pin) {
        return pin.isEmpty() ? "" : verifier.hash(pin);
    }
}
