package org.symbolon.api.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.tokentype.TokenTypes;

/** The parameters that name whose log-in is meant and which challenge it answers. */
public final class LoginParameters {

    private static final String ORIGIN = "Origin";

    private static final Set<String> EVIDENCE = TokenTypes.all().types().stream()
            .flatMap(type -> type.describe().evidence().stream())
            .collect(Collectors.toUnmodifiableSet());

    private LoginParameters() {}

    /** Describes the parameters by which {@link #transaction} finds the transaction, and those of {@link #evidence}. */
    public static Route answering(Route route) {
        return asking(route)
                .takes(
                        "transaction_id",
                        Shape.text("The transaction whose challenge is answered by what was typed; none begins anew."))
                .takes("state", Shape.text("The same, where no transaction_id is given."));
    }

    /** Describes the parameters of {@link #evidence}. */
    static Route asking(Route route) {
        Route described = route;
        for (String name : new TreeSet<>(EVIDENCE)) {
            if (!name.equals(ORIGIN)) {
                described = described.takes(
                        name, Shape.text("What some types of token want to see beside what was typed, or are to ask."));
            }
        }
        return described;
    }

    /** Describes how policies can refuse a log-in. */
    static Route underPolicies(Route route) {
        return route.refuses(303, "A policy forbids it.").refuses(401, "A policy forbids to let the user in.");
    }

    /** What token types have asked to see beside what was typed; on what page somebody is says a header. */
    public static Map<String, String> evidence(ApiRequest request, Parameters parameters) {
        Map<String, String> fields = new HashMap<>();
        for (String name : EVIDENCE) {
            if (name.equals(ORIGIN)) {
                request.header(ORIGIN).ifPresent(page -> fields.put(ORIGIN, page));
            } else {
                parameters.nonEmptyText(name).ifPresent(text -> fields.put(name, text));
            }
        }
        return fields;
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
