package org.symbolon.server.http.user;

import java.util.List;
import java.util.Map;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.user.RequestUsers;

/**
 * Custom attributes of users. Whoever wants to set or delete one needs a policy that names it; there are none in this
 * version, so nobody may and no user has any.
 */
public class UserAttributeEndpoint implements Endpoint {

    private static final Shape OF_USER = Shape.fields("")
            .with("user", Shape.text("The login.").required())
            .with("realm", Shape.text("The user's realm; the default realm where it is not given."))
            .with("resolver", Shape.text("The user's resolver, where the realm has several."));

    private final RequestUsers users;

    public UserAttributeEndpoint(RequestUsers users) {
        this.users = users;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.user("GET", "/user/attribute", this::get)
                        .does("Shows the attributes of a user that are kept here.")
                        .takes(OF_USER)
                        .takes("key", Shape.text("Only this one."))
                        .answers(Shape.anything("All by their keys, or the value of one.")
                                .orNull()),
                Route.user("POST", "/user/attribute", this::set)
                        .does("Sets an attribute of a user.")
                        .takes(OF_USER)
                        .takes("key", Shape.text("Its key."))
                        .takes("value", Shape.text("What it says."))
                        .takes("type", Shape.text("A word about it."))
                        .refuses(303, "No policy allows it."),
                Route.user("DELETE", "/user/attribute/<attrkey>/<username>/<realm>", this::delete)
                        .does("Deletes an attribute of a user.")
                        .takes("attrkey", Shape.text("Its key."))
                        .takes("username", Shape.text("The login."))
                        .takes("realm", Shape.text("The user's realm."))
                        .refuses(303, "No policy allows it."),
                Route.user("GET", "/user/editable_attributes/", this::editable)
                        .does("Tells which attributes of a user may be set and deleted.")
                        .takes(OF_USER)
                        .answers(Shape.fields("")
                                .with("delete", Shape.list("Those that may be deleted."))
                                .with("set", Shape.object("Those that may be set, with what they may say."))));
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
