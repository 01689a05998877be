package org.symbolon.api.kernel.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.symbolon.api.kernel.Access;
import org.symbolon.api.kernel.Route;

/** Which errors a route can answer with: those that it names, and those that every route of its kind has. */
public final class Refusals {

    private static final int NOT_ALLOWED = 303;
    private static final int NOT_FOUND = 601;
    private static final int MALFORMED = 905;
    private static final int UNKNOWN_USER = 904;

    private static final Map<Integer, String> OF_LOG_INS = Map.of(
            4033, "There is no log-in token.",
            4304, "The log-in token is none of this server's.",
            4305, "The log-in token has expired.",
            4306, "The log-in token is not of a role that may do this.");

    private Refusals() {}

    /** The codes, and when they come. */
    public static Map<Integer, String> of(Route route) {
        Map<Integer, String> refusals = new TreeMap<>();
        refusals.put(MALFORMED, "The request is malformed, or a parameter is missing, too long or of the wrong type.");
        if (route.access() != Access.OPEN) {
            refusals.putAll(OF_LOG_INS);
            refusals.put(NOT_ALLOWED, "Policies do not allow it.");
        }
        if (route.access() == Access.USER) {
            refusals.put(UNKNOWN_USER, "There is no such user.");
        }
        refusals.putAll(route.description().refusals());
        return refusals;
    }

    /** The HTTP status that goes with the code of an error. */
    public static int status(int code) {
        if (code == NOT_ALLOWED) {
            return 403;
        }
        if (code == NOT_FOUND) {
            return 404;
        }
        return code == 403 || code >= 4000 ? 401 : 400;
    }
}
