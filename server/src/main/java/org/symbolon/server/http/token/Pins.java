package org.symbolon.server.http.token;

import java.util.Optional;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.shared.Limits;
import org.symbolon.server.http.ApiRequest;

/** Hashes the PINs of requests before a command takes a database connection. */
final class Pins {

    private final PasswordHasher hasher;

    Pins(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    /** The hash of the PIN in this parameter; the empty text for the empty PIN, nothing when none was sent. */
    Optional<String> hashOf(ApiRequest request, String name) {
        return request.parameters()
                .printed(name)
                .map(text -> Limits.check(name, text, Limits.PIN))
                .map(text -> text.isEmpty() ? "" : hasher.hash(Secret.of(text)));
    }
}
