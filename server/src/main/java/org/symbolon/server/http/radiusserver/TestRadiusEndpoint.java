package org.symbolon.server.http.radiusserver;

import java.util.List;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;

/** Tries RADIUS servers out. None is asked yet. */
public class TestRadiusEndpoint implements Endpoint {

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/radiusserver/test_request", TestRadiusEndpoint::test)
                .does("Asks a RADIUS server whether it lets somebody in.")
                .takes("identifier", Shape.text("Its name.").required())
                .takes("server", Shape.text("Its address.").required())
                .takes(
                        "secret",
                        Shape.secret("What it shares with this server.").required())
                .takes("username", Shape.text("Who is to be let in.").required())
                .takes("password", Shape.secret("His password.").required())
                .refuses(903, "There is no connector yet."));
    }

    private static Reply test(ApiRequest request) {
        List.of("identifier", "server", "secret", "username", "password").forEach(request.parameters()::required);
        throw ApiException.server("Asking a RADIUS server needs a RADIUS connector, which this version lacks");
    }
}
