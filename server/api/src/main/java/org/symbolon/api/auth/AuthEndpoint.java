package org.symbolon.api.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.validate.KeyLogins;
import org.symbolon.api.validate.LoginAnswers;
import org.symbolon.api.validate.LoginParameters;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.LoginActions;
import org.symbolon.policy.LoginQuestion;
import org.symbolon.policy.rights.LoginRights;

/** Logs administrators and users in, and tells them what they may do. */
@Component
public class AuthEndpoint implements Endpoint {

    private static final int MISSING_USERNAME = 4032;
    private static final int POLICY = 303;

    private final ServerLogins logins;
    private final KeyServerLogins keys;
    private final UserDirectory directory;
    private final TokenTypes types;
    private final LoginRights rights;

    AuthEndpoint(
            ServerLogins logins, KeyServerLogins keys, UserDirectory directory, TokenTypes types, LoginRights rights) {
        this.logins = logins;
        this.keys = keys;
        this.directory = directory;
        this.types = types;
        this.rights = rights;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                LoginParameters.answering(Route.open("POST", "/auth", this::logIn))
                        .asks(LoginActions.of(LoginQuestion.Way.SERVER))
                        .raises("auth")
                        .does("Logs an administrator or a user in.")
                        .takes(
                                "username",
                                Shape.text("The login; not needed with the key of a device, `credential_id`."))
                        .takes("serial", Shape.text("With the key of a device: its token."))
                        .takes("type", Shape.text("With the key of a device; not looked at."))
                        .takes("password", Shape.secret("The password, or what the user's tokens want."))
                        .takes("realm", Shape.text("The user's realm; administrators of the server have none."))
                        .takes("client", Shape.text("Whose address counts, where a trusted proxy says so."))
                        .answers(LoggedInJson.SHAPE)
                        .tells(LoginAnswers.SHAPE.with("loginmode", Shape.text("`eduMFA`, where tokens were asked.")))
                        .refuses(POLICY, "The user may not log in here.")
                        .refuses(WrongCredentials.CODE, "User and password are not known.")
                        .refuses(KeyServerLogins.LONG_UNUSED, "The key of a device was not used for too long.")
                        .refuses(KeyServerLogins.DISABLED, "Nobody may log in to the server with the key of a device.")
                        .refuses(MISSING_USERNAME, "Nobody is named, or the key of a device is nobody's."),
                Route.user("GET", "/auth/rights", this::offers)
                        .needsNoRight("It tells the caller's own rights.")
                        .does("Lists the types of token that the caller is offered.")
                        .answers(Shape.mapOf("By type.", Shape.text("A line about it."))));
    }

    private Reply logIn(ApiRequest request) {
        Parameters parameters = request.parameters();
        if (KeyLogins.concern(parameters, "username")) {
            return keys.logIn(request);
        }
        Optional<String> realm = parameters.nonEmptyText("realm");
        if (realm.isPresent() && !directory.realmExists(realm.get())) {
            throw ApiException.authentication(
                    WrongCredentials.CODE, "Authentication failure. Unknown realm: " + realm.get() + ".");
        }
        String username = parameters.nonEmptyText("username").orElseThrow(AuthEndpoint::missingUsername);
        request.notes().user(username);
        UserName name = directory.nameOf(username, realm, "");
        Secret password = Secret.of(parameters.printed("password").orElse(""));
        return logins.logIn(request, username, name, password);
    }

    private static ApiException missingUsername() {
        return ApiException.authentication(MISSING_USERNAME, "Authentication failure. Missing Username");
    }

    /** The token types that the caller is offered and may enrol, with a line about each. */
    private Reply offers(ApiRequest request) {
        request.notes().success(true);
        Map<String, Object> titles = new TreeMap<>();
        types.types().stream()
                .filter(type -> isOffered(type, request.caller()) && rights.mayEnrol(request.policies(), type.name()))
                .forEach(type -> titles.put(type.name(), type.describe().title()));
        return Reply.value(titles);
    }

    /** Users are offered what a policy could let them enrol. */
    private static boolean isOffered(TokenType type, Caller caller) {
        return type.has(Trait.OFFERED) && (!(caller instanceof Caller.RealmUser) || type.has(Trait.SELF_SERVICE));
    }
}
