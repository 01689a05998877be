package org.symbolon.server.http.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.http.login.LoginTokens;
import org.symbolon.server.http.validate.Decisions;
import org.symbolon.server.http.validate.LoginMode;
import org.symbolon.server.http.validate.LoginParameters;
import org.symbolon.server.http.validate.LoginPolicies;
import org.symbolon.server.policy.action.ActionCatalogue;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.user.KnownUser;
import org.symbolon.server.user.UserDirectory;
import org.symbolon.server.user.UserName;

/** Logs administrators and users in, and tells them what they may do. */
public class AuthEndpoint implements Endpoint {

    private static final int WRONG_CREDENTIALS = 4031;
    private static final int MISSING_USERNAME = 4032;
    private static final int POLICY = 303;

    static final String WRONG = "Authentication failure. Wrong credentials";

    private static final Shape LOGGED_IN = Shape.object("Beside what is named here, how a web interface is to look.")
            .with("token", Shape.secret("The log-in token, for an hour."))
            .with("role", Shape.choice("What he is.", "admin", "user"))
            .with("username", Shape.text("Who he is."))
            .with("realm", Shape.text("His realm, or empty."))
            .with("rights", Shape.list("What he may do."))
            .with("menus", Shape.list("Which parts of a web interface he sees."))
            .with("log_level", Shape.number("20."));

    private final AdminPasswords admins;
    private final UserDirectory directory;
    private final LoginTokens tokens;
    private final TokenTypes types;
    private final TokenLogin tokenLogin;
    private final LoginPolicies policies;
    private final List<String> superuserRealms;

    public AuthEndpoint(
            AdminPasswords admins,
            UserDirectory directory,
            LoginTokens tokens,
            TokenTypes types,
            TokenLogin tokenLogin,
            LoginPolicies policies,
            List<String> superuserRealms) {
        this.admins = admins;
        this.directory = directory;
        this.tokens = tokens;
        this.types = types;
        this.tokenLogin = tokenLogin;
        this.policies = policies;
        this.superuserRealms = superuserRealms;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                LoginParameters.answering(Route.open("POST", "/auth", this::logIn))
                        .does("Logs an administrator or a user in.")
                        .takes("username", Shape.text("The login.").required())
                        .takes("password", Shape.secret("The password, or what the user's tokens want."))
                        .takes("realm", Shape.text("The user's realm; administrators of the server have none."))
                        .takes("client", Shape.text("Whose address counts, where a trusted proxy says so."))
                        .answers(LOGGED_IN)
                        .tells(Decisions.SHAPE.with("loginmode", Shape.text("`eduMFA`, where tokens were asked.")))
                        .refuses(POLICY, "The user may not log in here.")
                        .refuses(WRONG_CREDENTIALS, "User and password are not known.")
                        .refuses(MISSING_USERNAME, "Nobody is named."),
                Route.user("GET", "/auth/rights", this::rights)
                        .does("Lists the types of token that the caller is offered.")
                        .answers(Shape.mapOf("By type.", Shape.text("A line about it."))));
    }

    private Reply logIn(ApiRequest request) {
        Parameters parameters = request.parameters();
        Optional<String> realm = parameters.nonEmptyText("realm");
        if (realm.isPresent() && !directory.realmExists(realm.get())) {
            throw ApiException.authentication(
                    WRONG_CREDENTIALS, "Authentication failure. Unknown realm: " + realm.get() + ".");
        }
        String username = parameters.nonEmptyText("username").orElseThrow(AuthEndpoint::missingUsername);
        Secret password = Secret.of(parameters.printed("password").orElse(""));
        request.notes().user(username);
        if (admins.match(username, password)) {
            request.notes().user("").administrator(username).success(true).info("internal admin");
            return loggedIn(username, "", LoginTokens.ADMIN);
        }
        return userIn(request, user(request, username, realm), username, password);
    }

    private KnownUser user(ApiRequest request, String username, Optional<String> realm) {
        UserName name = directory.nameOf(username, realm, "");
        request.notes().user(name.login()).realm(name.realm());
        KnownUser user = directory.find(name).orElseThrow(() -> refusal(username));
        request.notes().resolver(user.resolver());
        return user;
    }

    private Reply userIn(ApiRequest request, KnownUser user, String username, Secret password) {
        boolean isAdmin = superuserRealms.contains(user.realm());
        String role = isAdmin ? LoginTokens.ADMIN : LoginTokens.USER;
        LoginMode mode = policies.mode(request, user);
        if (mode == LoginMode.DISABLED) {
            throw ApiException.policy("The login for this user is disabled.");
        }
        if (mode == LoginMode.TOKENS && request.parameters().has("password")) {
            return tokenLogin.logIn(
                    request,
                    user,
                    password,
                    () -> {
                        noteAdmin(request, user, isAdmin);
                        return loggedIn(user.login(), user.realm(), role);
                    },
                    () -> Reply.value(known(user.login(), user.realm(), role)));
        }
        if (mode == LoginMode.TOKENS || password.isEmpty() || !directory.passwordMatches(user, password)) {
            throw refusal(username);
        }
        noteAdmin(request, user, isAdmin);
        request.notes().success(true).info("loginmode=userstore");
        return loggedIn(user.login(), user.realm(), role);
    }

    private static void noteAdmin(ApiRequest request, KnownUser user, boolean isAdmin) {
        if (isAdmin) {
            request.notes().administrator(user.login());
        }
    }

    /** A refusal costs the same whether there is an administrator of that name or not. */
    private ApiException refusal(String username) {
        admins.payUnlessKnown(username);
        return wrongCredentials(Map.of());
    }

    private static ApiException missingUsername() {
        return ApiException.authentication(MISSING_USERNAME, "Authentication failure. Missing Username");
    }

    static ApiException wrongCredentials(Map<String, ?> detail) {
        return ApiException.authentication(WRONG_CREDENTIALS, WRONG, detail);
    }

    private Reply loggedIn(String username, String realm, String role) {
        Scope scope = role.equals(LoginTokens.ADMIN) ? Scope.ADMIN : Scope.USER;
        List<String> rights = ActionCatalogue.namesOf(scope);
        Map<String, Object> value = known(username, realm, role);
        value.put("token", tokens.issue(username, realm, role, "password", rights));
        value.put("log_level", 20);
        value.put("rights", rights);
        value.put("menus", ActionCatalogue.menusOf(scope, rights));
        return Reply.value(value);
    }

    /** What is told of somebody who is known, but perhaps not yet in. */
    private static Map<String, Object> known(String username, String realm, String role) {
        Map<String, Object> value = new HashMap<>(UserInterfaceSettings.PRESET);
        value.put("role", role);
        value.put("username", username);
        value.put("realm", realm);
        return value;
    }

    /** The token types that the caller is offered to enrol, with a line about each. */
    private Reply rights(ApiRequest request) {
        request.notes().success(true);
        Map<String, Object> titles = new TreeMap<>();
        types.types().stream().filter(TokenType::offered).forEach(type -> titles.put(type.name(), type.title()));
        return Reply.value(titles);
    }
}
