package org.symbolon.api.validate;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;

/**
 * Where clients of privacyIDEA begin a log-in with a passkey, which tokens of this server do not have. They are told so in the
 * form that they read; for those that only look whether the path exists, with the status of one that does not.
 */
@Component
public class InitializeEndpoint implements Endpoint {

    private static final String PATH = "/validate/initialize";

    @Override
    public List<Route> routes() {
        return Stream.of("GET", "POST").map(InitializeEndpoint::route).toList();
    }

    private static Route route(String method) {
        return Route.open(method, PATH, InitializeEndpoint::refuse)
                .does("Refuses to begin a log-in of privacyIDEA's type `passkey`: there are no such tokens.")
                .takes("type", Shape.text("Of which type; not looked at."))
                .refuses(601, "Always.");
    }

    private static Reply refuse(ApiRequest request) {
        throw ApiException.notFound("There are no log-ins to begin at " + PATH + ".");
    }
}
