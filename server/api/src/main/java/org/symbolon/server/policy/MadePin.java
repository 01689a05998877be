package org.symbolon.server.policy;

import java.util.Optional;
import org.symbolon.command.secret.Secret;
import org.symbolon.server.http.ApiRequest;

/** The PIN that the server has made up for a request. */
public final class MadePin {

    private Secret pin;

    private MadePin() {}

    static void set(ApiRequest request, Secret made) {
        held(request).pin = made;
    }

    /** The PIN; empty if no policy has one made. */
    public static Optional<Secret> of(ApiRequest request) {
        return Optional.ofNullable(held(request).pin);
    }

    private static MadePin held(ApiRequest request) {
        return request.own(MadePin.class, MadePin::new);
    }
}
