package org.symbolon.server.http.validate;

import java.util.Optional;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;

/** The parameters that name whose log-in is meant and which challenge it answers. */
public final class LoginParameters {

    private LoginParameters() {}

    /** Describes the parameters by which {@link #transaction} finds the transaction. */
    public static Route answering(Route route) {
        return route.takes(
                        "transaction_id",
                        Shape.text("The transaction whose challenge is answered by what was typed; none begins anew."))
                .takes("state", Shape.text("The same, where no transaction_id is given."));
    }

    /** Describes how policies can refuse a log-in. */
    static Route underPolicies(Route route) {
        return route.refuses(303, "A policy forbids it.").refuses(401, "A policy forbids to let the user in.");
    }

    /** The transaction whose challenge is answered, null for none. */
    public static String transaction(Parameters parameters) {
        return parameters
                .nonEmptyText("transaction_id")
                .or(() -> parameters.nonEmptyText("state"))
                .orElse(null);
    }

    /**
     * Makes sure that a user or a token is named.
     *
     * @throws ApiException 905 if none is, or not as it must be
     */
    public static void requireSubject(Parameters parameters) {
        Optional<String> serial = parameters.nonEmptyText("serial");
        Optional<String> user = parameters.nonEmptyText("user");
        if (serial.isEmpty() && user.isEmpty()) {
            throw ApiException.parameter("You need to specify a serial or a user.");
        }
        if (serial.isPresent() && serial.get().contains("*")) {
            throw ApiException.parameter("Invalid serial number.");
        }
        if (user.isPresent() && user.get().contains("%")) {
            throw ApiException.parameter("Invalid user.");
        }
    }
}
