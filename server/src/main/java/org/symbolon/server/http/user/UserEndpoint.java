package org.symbolon.server.http.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return List.of(Route.user("GET", "/user/", this::list));
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
}
