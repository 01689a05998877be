package org.symbolon.server.http.user;

import java.util.List;
import java.util.Map;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.user.RequestUsers;

/**
 * Custom attributes of users. Whoever wants to set or delete one needs a policy that names it; there are none in this
 * version, so nobody may and no user has any.
 */
public class UserAttributeEndpoint implements Endpoint {

    private final RequestUsers users;

    public UserAttributeEndpoint(RequestUsers users) {
        this.users = users;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.user("GET", "/user/attribute", this::get),
                Route.user("POST", "/user/attribute", this::set),
                Route.user("DELETE", "/user/attribute/<attrkey>/<username>/<realm>", this::delete),
                Route.user("GET", "/user/editable_attributes/", this::editable));
    }

    private Reply get(ApiRequest request) {
        requireUser(request);
        request.notes().success(true);
        return Reply.value(request.parameters().nonEmptyText("key").isPresent() ? null : Map.of());
    }

    private Reply editable(ApiRequest request) {
        requireUser(request);
        request.notes().success(true);
        return Reply.value(Map.of("delete", List.of(), "set", Map.of()));
    }

    private void requireUser(ApiRequest request) {
        request.parameters().required("user");
        users.chosen(request);
    }

    private Reply set(ApiRequest request) {
        String key = request.parameters().text("key").orElse("None");
        throw ApiException.policy("You are not allowed to set the custom user attribute " + key + "!");
    }

    private Reply delete(ApiRequest request) {
        String key = request.parameters().required("attrkey");
        throw ApiException.policy("You are not allowed to delete the custom user attribute " + key + "!");
    }
}
