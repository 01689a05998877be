package org.symbolon.api.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.LoginEnd;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.validate.LoginAnswers;
import org.symbolon.api.validate.LoginParameters;
import org.symbolon.api.validate.LoginRequest;
import org.symbolon.api.validate.LoginRequests;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.AnswerTerms.Told;
import org.symbolon.policy.LoginActions;
import org.symbolon.policy.LoginMode;
import org.symbolon.policy.LoginQuestion;
import org.symbolon.policy.rights.LoginRights;

/** Logs administrators and users in, and tells them what they may do. */
@Component
public class AuthEndpoint implements Endpoint {

    private static final int WRONG_CREDENTIALS = 4031;
    private static final int MISSING_USERNAME = 4032;
    private static final int POLICY = 303;

    private static final String PASSWORD = "password";

    /** With a blank at its end, as eduMFA writes it. */
    private static final String REMOTE = "remote_user ";

    static final String WRONG = "Authentication failure. Wrong credentials";

    private final AdminPasswords admins;
    private final UserDirectory directory;
    private final LoggedInJson json;
    private final TokenTypes types;
    private final LoginRights rights;
    private final TokenLogin tokenLogin;
    private final LoginRequests requests;
    private final RemoteUsers remoteUsers;
    private final List<String> superuserRealms;

    public AuthEndpoint(
            AdminPasswords admins,
            UserDirectory directory,
            LoggedInJson json,
            TokenTypes types,
            LoginRights rights,
            TokenLogin tokenLogin,
            LoginRequests requests,
            RemoteUsers remoteUsers,
            @Value("${symbolon.superuser-realms:}") List<String> superuserRealms) {
        this.admins = admins;
        this.directory = directory;
        this.json = json;
        this.types = types;
        this.rights = rights;
        this.tokenLogin = tokenLogin;
        this.requests = requests;
        this.remoteUsers = remoteUsers;
        this.superuserRealms = superuserRealms;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                LoginParameters.answering(Route.open("POST", "/auth", this::logIn))
                        .asks(LoginActions.of(LoginQuestion.Way.SERVER))
                        .does("Logs an administrator or a user in.")
                        .takes("username", Shape.text("The login.").required())
                        .takes("password", Shape.secret("The password, or what the user's tokens want."))
                        .takes("realm", Shape.text("The user's realm; administrators of the server have none."))
                        .takes("client", Shape.text("Whose address counts, where a trusted proxy says so."))
                        .answers(LoggedInJson.SHAPE)
                        .tells(LoginAnswers.SHAPE.with("loginmode", Shape.text("`eduMFA`, where tokens were asked.")))
                        .refuses(POLICY, "The user may not log in here.")
                        .refuses(WRONG_CREDENTIALS, "User and password are not known.")
                        .refuses(MISSING_USERNAME, "Nobody is named."),
                Route.user("GET", "/auth/rights", this::offers)
                        .needsNoRight("It tells the caller's own rights.")
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
        boolean checked = remoteUsers.names(request, username);
        boolean right = admins.match(username, password, request.client());
        if (right || (checked && admins.isKnown(username))) {
            LoginRequest login = requests.toServer(request, Optional.empty());
            if (checked && login.asked().remoteUser()) {
                return adminIn(login, username, REMOTE);
            }
            if (right) {
                return adminIn(login, username, PASSWORD);
            }
        }
        return userIn(request, user(request, username, realm), username, password, checked);
    }

    private Reply adminIn(LoginRequest login, String username, String way) {
        login.request().notes().user("").administrator(username).success(true).info("internal admin");
        login.request().loginEnded(LoginEnd.ACCEPTED);
        Caller caller = new Caller.Administrator(username, "");
        List<String> allowed = rights.of(login.request().policies(), caller, null);
        Map<String, Object> value = json.of(LoggedInJson.known(username, "", LoginTokens.ADMIN), caller, allowed, way);
        return loggedIn(login, value, login.told(null), Map.of());
    }

    private KnownUser user(ApiRequest request, String username, Optional<String> realm) {
        UserName name = directory.nameOf(username, realm, "");
        request.notes().user(name.login()).realm(name.realm());
        KnownUser user = directory.find(name).orElseThrow(() -> refusal(username, request));
        request.notes().user(user.login()).realm(user.realm()).resolver(user.resolver());
        return user;
    }

    /** Somebody whom a web server in front has checked is taken for who he is as far as policies want that to count. */
    private Reply userIn(ApiRequest request, KnownUser user, String username, Secret password, boolean checked) {
        LoginRequest login = requests.toServer(request, Optional.of(user));
        if (login.asked().mode() == LoginMode.DISABLED) {
            throw ApiException.policy("The login for this user is disabled.");
        }
        if (checked && login.asked().remoteUser()) {
            return letIn(login, user, "remote user", REMOTE);
        }
        boolean withTokens = login.asked().mode() == LoginMode.TOKENS;
        if (withTokens && request.parameters().has("password")) {
            return tokenLogin.logIn(login, user, password, decision -> answer(login, user, decision));
        }
        if (withTokens || password.isEmpty() || !directory.passwordMatches(user, password)) {
            throw refusal(username, request);
        }
        return letIn(login, user, "loginmode=userstore", PASSWORD);
    }

    private Reply answer(LoginRequest login, KnownUser user, Decision decision) {
        Told told = login.told(decision.concernedSerial());
        if (!decision.accepted()) {
            Map<String, Object> value = told.webui(LoggedInJson.known(user.login(), user.realm(), roleOf(user)));
            return Reply.value(LoggedInJson.withImages(value)).detail(TokenLogin.detail(decision));
        }
        noteAdmin(login.request(), user);
        return loggedIn(login, user, PASSWORD, told, TokenLogin.detail(decision));
    }

    private Reply letIn(LoginRequest login, KnownUser user, String info, String way) {
        noteAdmin(login.request(), user);
        login.request().notes().success(true).info(info);
        login.request().loginEnded(LoginEnd.ACCEPTED);
        return loggedIn(login, user, way, login.told(null), Map.of());
    }

    private void noteAdmin(ApiRequest request, KnownUser user) {
        if (roleOf(user).equals(LoginTokens.ADMIN)) {
            request.notes().administrator(user.login());
        }
    }

    private String roleOf(KnownUser user) {
        return superuserRealms.contains(user.realm()) ? LoginTokens.ADMIN : LoginTokens.USER;
    }

    /** A refusal costs the same whether there is an administrator of that name or not. */
    private ApiException refusal(String username, ApiRequest request) {
        admins.payUnlessKnown(username, request.client());
        request.loginEnded(LoginEnd.REFUSED);
        return wrongCredentials(Map.of());
    }

    private static ApiException missingUsername() {
        return ApiException.authentication(MISSING_USERNAME, "Authentication failure. Missing Username");
    }

    static ApiException wrongCredentials(Map<String, ?> detail) {
        return ApiException.authentication(WRONG_CREDENTIALS, WRONG, detail);
    }

    private Reply loggedIn(LoginRequest login, KnownUser user, String way, Told told, Map<String, Object> detail) {
        String role = roleOf(user);
        Caller caller = role.equals(LoginTokens.ADMIN)
                ? new Caller.Administrator(user.login(), user.realm())
                : new Caller.RealmUser(user.login(), user.realm(), user.resolver());
        Map<String, Object> known = LoggedInJson.known(user.login(), user.realm(), role);
        Map<String, Object> value =
                json.of(known, caller, rights.of(login.request().policies(), caller, user), way);
        return loggedIn(login, value, told, detail);
    }

    private static Reply loggedIn(
            LoginRequest login, Map<String, Object> value, Told told, Map<String, Object> detail) {
        Map<String, Object> all = new HashMap<>(detail);
        all.putAll(LoginAnswers.toldOfUser(login, told));
        boolean silent = told.isSilent(true);
        return Reply.value(LoggedInJson.withImages(told.webui(value))).detail(silent ? Map.of() : all);
    }

    /** The token types that the caller is offered and may enrol, with a line about each. */
    private Reply offers(ApiRequest request) {
        request.notes().success(true);
        Map<String, Object> titles = new TreeMap<>();
        types.types().stream()
                .filter(type -> type.has(Trait.OFFERED) && rights.mayEnrol(request.policies(), type.name()))
                .forEach(type -> titles.put(type.name(), type.describe().title()));
        return Reply.value(titles);
    }
}
