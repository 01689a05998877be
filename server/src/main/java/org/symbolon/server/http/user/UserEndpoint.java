package org.symbolon.server.http.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.user.UserDirectory;

/** Users as the resolvers know them. */
public class UserEndpoint implements Endpoint {

    private static final Set<String> NO_CRITERIA = Set.of("realm", "resolver", "user", "username", "nonce");

    private final UserDirectory directory;

    public UserEndpoint(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.user("GET", "/user/", this::list),
                Route.admin("POST", "/user", this::create),
                Route.admin("POST", "/user/", this::create),
                Route.user("PUT", "/user", this::change),
                Route.user("PUT", "/user/", this::change),
                Route.admin("DELETE", "/user/<resolvername>/<username>", this::delete));
    }

    private Reply list(ApiRequest request) {
        Parameters parameters = request.parameters();
        String realm = parameters.text("realm").orElse("");
        String resolver = parameters.text("resolver").orElse("");
        Map<String, String> criteria = new HashMap<>();
        String name = parameters
                .nonEmptyText("user")
                .or(() -> parameters.nonEmptyText("username"))
                .orElse("*");
        criteria.put("username", name);
        for (String other : parameters.names()) {
            if (!NO_CRITERIA.contains(other)) {
                parameters.printed(other).ifPresent(text -> criteria.put(other, text));
            }
        }
        request.notes().success(true).info("realm: " + realm).realm(realm).resolver(resolver);
        return Reply.value(directory.search(realm, resolver, criteria));
    }

    /** The stores that this version can connect to are read only. */
    private Reply create(ApiRequest request) {
        throw readOnly(
                request.parameters().required("user"), request.parameters().required("resolver"));
    }

    private Reply change(ApiRequest request) {
        throw readOnly(
                request.parameters().required("user"), request.parameters().required("resolver"));
    }

    private Reply delete(ApiRequest request) {
        throw readOnly(
                request.parameters().required("username"), request.parameters().required("resolvername"));
    }

    private static ApiException readOnly(String user, String resolver) {
        return ApiException.user("The resolver '" + resolver + "' cannot change the user '" + user + "'.");
    }
}
