package org.symbolon.api.auth;

import java.util.Map;
import org.symbolon.api.kernel.ApiException;

/** The one refusal for everything that can be wrong about who wants to log in to the server. */
final class WrongCredentials {

    static final int CODE = 4031;
    static final String TEXT = "Authentication failure. Wrong credentials";

    private WrongCredentials() {}

    static ApiException refusal(Map<String, ?> detail) {
        return ApiException.authentication(CODE, TEXT, detail);
    }
}
