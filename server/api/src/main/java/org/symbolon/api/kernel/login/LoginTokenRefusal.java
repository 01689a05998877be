package org.symbolon.api.kernel.login;

import org.symbolon.api.kernel.Access;
import org.symbolon.api.kernel.ApiException;

/** The texts with which log-in tokens are refused; clients match on them. */
final class LoginTokenRefusal {

    private static final String FAILURE = "Authentication failure. ";

    private LoginTokenRefusal() {}

    static ApiException missing() {
        return ApiException.authentication(4033, FAILURE + "Missing Authorization header.");
    }

    static ApiException undecodable(String reason) {
        return ApiException.authentication(4304, FAILURE + "Error during decoding your token: " + reason);
    }

    static ApiException mayNotBeNamed(String username) {
        return ApiException.authentication(
                403, FAILURE + "The username " + username + " is not allowed to impersonate via JWT.");
    }

    static ApiException expired() {
        return ApiException.authentication(4305, FAILURE + "Your token has expired: Signature has expired");
    }

    /** The code tells clients to have their user log in again. */
    static ApiException revoked() {
        return ApiException.authentication(4305, FAILURE + "Your token has been revoked.");
    }

    static ApiException wrongRole(Access access) {
        return ApiException.authentication(
                4306,
                FAILURE + "You do not have the necessary role (" + access.wireRoles() + ") to access this resource!");
    }
}
