package org.symbolon.api.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.DeleteUserAttribute;
import org.symbolon.command.user.SetUserAttribute;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.user.UserKey;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.rights.AttributeRights;
import org.symbolon.policy.rights.Over;
import org.symbolon.policy.rights.Right;

/** Custom attributes of users. Policies have looked at whether the caller may change one before anything else. */
@Component
public class UserAttributeEndpoint implements Endpoint {

    private static final String KEY = "key";

    private static final String NOT_THERE = "None";

    private static final RouteNeed SOME_RIGHT =
            RouteNeed.special(Over.USER, "right of any kind", List.of(), request -> request.rights()
                    .requireAnyRight());

    private static final Shape OF_USER = Shape.fields("")
            .with("user", Shape.text("The login.").required())
            .with("realm", Shape.text("The user's realm; the default realm where it is not given."))
            .with("resolver", Shape.text("The user's resolver, where the realm has several."));

    private static final Shape EDITABLE = Shape.fields("")
            .with("delete", Shape.list("Those that may be deleted."))
            .with("set", Shape.object("Those that may be set, with what they may say."));

    private final CommandDispatcher commands;
    private final RequestUsers users;
    private final CustomAttributes attributes;

    public UserAttributeEndpoint(CommandDispatcher commands, RequestUsers users, CustomAttributes attributes) {
        this.commands = commands;
        this.users = users;
        this.attributes = attributes;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.user("GET", "/user/attribute", this::get)
                        .needs(SOME_RIGHT)
                        .raises("get_user_attribute")
                        .does("Shows the attributes of a user that are kept here.")
                        .takes(OF_USER)
                        .takes(KEY, Shape.text("Only this one."))
                        .answers(Shape.anything("All by their keys, or what one says.")
                                .orNull()),
                Route.user("POST", "/user/attribute", this::set)
                        .needs(RouteNeed.special(
                                Over.USER,
                                "right set_custom_user_attributes",
                                Right.of(SharedActions.SET_CUSTOM_USER_ATTRIBUTES)
                                        .actions(),
                                UserAttributeEndpoint::requireSetting))
                        .raises("set_custom_user_attribute")
                        .does("Sets an attribute of a user.")
                        .takes(OF_USER)
                        .takes(KEY, Shape.text("Its key.").required())
                        .takes("value", Shape.text("What it says.").required())
                        .takes("type", Shape.text("A word about it."))
                        .answers(Shape.number("Its number."))
                        .refuses(303, "No policy allows it."),
                Route.user("DELETE", "/user/attribute/<attrkey>/<username>/<realm>", this::delete)
                        .needs(RouteNeed.special(
                                Over.USER,
                                "right delete_custom_user_attributes",
                                Right.of(SharedActions.DELETE_CUSTOM_USER_ATTRIBUTES)
                                        .actions(),
                                UserAttributeEndpoint::requireDeleting))
                        .raises("delete_custom_user_attribute")
                        .does("Deletes an attribute of a user.")
                        .takes("attrkey", Shape.text("Its key."))
                        .takes("username", Shape.text("The login."))
                        .takes("realm", Shape.text("The user's realm."))
                        .takes("resolver", Shape.text("The user's resolver, where the realm has several."))
                        .answers(Shape.number("How many were deleted."))
                        .refuses(303, "No policy allows it."),
                Route.user("GET", "/user/editable_attributes/", this::editable)
                        .needs(SOME_RIGHT)
                        .asks(SharedActions.SET_CUSTOM_USER_ATTRIBUTES, SharedActions.DELETE_CUSTOM_USER_ATTRIBUTES)
                        .raises("get_editable_attributes")
                        .does("Tells which attributes of a user may be set and deleted.")
                        .takes(OF_USER)
                        .answers(EDITABLE));
    }

    private static void requireSetting(ApiRequest request) {
        request.rights()
                .requireSetting(
                        request.parameters().text(KEY).orElse(NOT_THERE),
                        request.parameters().printed("value").orElse(NOT_THERE));
    }

    private static void requireDeleting(ApiRequest request) {
        request.rights().requireDeleting(request.parameters().required("attrkey"));
    }

    private Reply get(ApiRequest request) {
        Map<String, String> known = requiredUser(request).map(attributes::of).orElse(Map.of());
        request.notes().success(true);
        Optional<String> key = request.parameters().nonEmptyText(KEY);
        return Reply.value(key.isPresent() ? known.get(key.get()) : known);
    }

    private Reply editable(ApiRequest request) {
        requiredUser(request);
        AttributeRights allowed = request.rights().attributes();
        request.notes().success(true);
        return Reply.value(Map.of("delete", allowed.deletable(), "set", allowed.settable()));
    }

    private Optional<KnownUser> requiredUser(ApiRequest request) {
        request.parameters().required("user");
        return users.chosen(request);
    }

    private Reply set(ApiRequest request) {
        Parameters parameters = request.parameters();
        parameters.required("user");
        String key = parameters.required(KEY);
        String value = parameters.printed("value").orElseThrow(() -> ApiException.missingParameter("value"));
        String type = parameters.text("type").orElse("");
        return send(request, key, new SetUserAttribute(chosenKey(request), key, value, type));
    }

    private Reply delete(ApiRequest request) {
        String key = request.parameters().required("attrkey");
        if (!(request.caller() instanceof Caller.RealmUser)) {
            Parameters parameters = request.parameters();
            request.parameters(parameters.with(Map.of("user", parameters.required("username"))));
        }
        return send(request, key, new DeleteUserAttribute(chosenKey(request), key));
    }

    private UserKey chosenKey(ApiRequest request) {
        return users.chosen(request).flatMap(attributes::keyOf).orElseThrow(RequestUsers::noSuchUser);
    }

    private Reply send(ApiRequest request, String key, Object command) {
        request.notes().info(key);
        return commands.send(request, command, (Integer result) -> {
            request.notes().success(true);
            return Reply.value(result);
        });
    }
}
