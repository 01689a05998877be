package org.symbolon.api.user;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.user.FoundUser;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.command.user.UserEdits;
import org.symbolon.events.shared.Reach.Person;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.rights.Over;
import org.symbolon.policy.rights.Right;
import org.symbolon.policy.rights.VisibleUsers;

/** Users as the resolvers know them. */
@Component
public class UserEndpoint implements Endpoint {

    private static final Set<String> NO_CRITERIA = Set.of("realm", "resolver", "user", "username", "nonce");

    private static final String PASSWORD = "password";

    /** Parameters that say who is meant, and what is never shown. */
    private static final Set<String> NO_ATTRIBUTES =
            Set.of("realm", "resolver", "user", "username", "userid", "nonce", PASSWORD);

    private final UserDirectory directory;
    private final UserEdits edits;

    public UserEndpoint(UserDirectory directory, UserEdits edits) {
        this.directory = directory;
        this.edits = edits;
    }

    @Override
    public List<Route> routes() {
        Route create = changing(
                        Route.admin("POST", "/user", this::create).needs(AdminActions.ADDUSER, Over.USER_IN_RESOLVER))
                .raises("user_add")
                .does("Makes a user in a resolver that can be written to.");
        Route change = changing(
                        Route.user("PUT", "/user", this::change).needs(SharedActions.UPDATEUSER, Over.USER_IN_RESOLVER))
                .raises("user_update")
                .does("Changes a user in a resolver that can be written to.");
        return List.of(
                Route.user("GET", "/user/", this::list)
                        .needs(RouteNeed.special(
                                Over.NAMED,
                                "right userlist, what it reaches",
                                Right.of(SharedActions.USERLIST).actions(),
                                request -> request.rights().lists().users()))
                        .raises("user_list")
                        .does("Lists users as the resolvers know them.")
                        .takes("realm", Shape.text("Only of this realm."))
                        .takes("resolver", Shape.text("Only of this resolver."))
                        .takes("user", Shape.text("Only with this login; `*` stands for anything."))
                        .takes("username", Shape.text("The same.").or("*"))
                        .takes("<attribute>", Shape.text("Only those of whom this is known, such as `email`."))
                        .answers(Shape.listOf("The users.", Shape.object("What is known of one."))),
                create,
                create.at("/user/"),
                change,
                change.at("/user/"),
                Route.admin("DELETE", "/user/<resolvername>/<username>", this::delete)
                        .needs(AdminActions.DELETEUSER, Over.USER_IN_RESOLVER)
                        .raises("user_delete")
                        .does("Deletes a user from a resolver that can be written to.")
                        .takes("resolvername", Shape.text("The resolver."))
                        .takes("username", Shape.text("The login."))
                        .refuses(904, "The resolver cannot be written to."));
    }

    private static Route changing(Route route) {
        return route.takes("user", Shape.text("The login.").required())
                .takes("resolver", Shape.text("The resolver.").required())
                .takes("<attribute>", Shape.text("What is to be known of the user."))
                .takes(PASSWORD, Shape.text("His password in the user store."))
                .refuses(904, "The resolver cannot be written to.")
                .refuses(10, "The user store refuses it.");
    }

    private Reply list(ApiRequest request) {
        Parameters parameters = request.parameters();
        VisibleUsers visible = request.rights().lists().users();
        String realm = visible.realm().or(() -> parameters.text("realm")).orElse("");
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
        return Reply.value(directory.search(realm, resolver, criteria).stream()
                .filter(user -> visible.shown().test(person(user, realm)))
                .map(UserEndpoint::listed)
                .toList());
    }

    private static Person person(FoundUser user, String realm) {
        return new Person(user.login(), user.userId(), user.resolver(), realm.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> listed(FoundUser user) {
        Map<String, Object> json = new HashMap<>(user.attributes());
        json.putAll(user.several());
        json.put("resolver", user.resolver());
        json.put("editable", user.editable());
        return json;
    }

    private Reply create(ApiRequest request) {
        Parameters parameters = request.parameters();
        String login = parameters.required("user");
        String resolver = parameters.required("resolver");
        note(request, login, resolver);
        String id = edits.add(resolver, login, attributes(parameters), password(parameters));
        return done(request, id);
    }

    private Reply change(ApiRequest request) {
        Parameters parameters = request.parameters();
        String login = parameters.required("user");
        String resolver = parameters.required("resolver");
        note(request, login, resolver);
        return done(request, edits.change(resolver, login, attributes(parameters), password(parameters)));
    }

    private Reply delete(ApiRequest request) {
        String login = request.parameters().required("username");
        String resolver = request.parameters().required("resolvername");
        note(request, login, resolver);
        return done(request, edits.delete(resolver, login));
    }

    private static void note(ApiRequest request, String login, String resolver) {
        request.notes().info(login + "@" + resolver).resolver(resolver);
    }

    private static Reply done(ApiRequest request, Object value) {
        request.notes().success(!Boolean.FALSE.equals(value));
        return Reply.value(value);
    }

    private static Map<String, String> attributes(Parameters parameters) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : parameters.names()) {
            if (!NO_ATTRIBUTES.contains(name)) {
                parameters.printed(name).ifPresent(text -> attributes.put(name, text));
            }
        }
        return attributes;
    }

    private static Secret password(Parameters parameters) {
        return Secret.of(parameters.text(PASSWORD).orElse(""));
    }
}
