package org.symbolon.api.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.validate.LoginAnswers;
import org.symbolon.api.validate.LoginRequest;
import org.symbolon.command.auth.Decision;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.AnswerTerms.Told;
import org.symbolon.policy.rights.LoginRights;

/** What people are told who have logged in to the server: who they are and what they may do. */
@Component
class LoggedInReplies {

    private static final String PASSWORD = "password";

    private final LoggedInJson json;
    private final LoginRights rights;
    private final AdminPasswords admins;
    private final List<String> superuserRealms;

    LoggedInReplies(
            LoggedInJson json,
            LoginRights rights,
            AdminPasswords admins,
            @Value("${symbolon.superuser-realms:}") List<String> superuserRealms) {
        this.json = json;
        this.rights = rights;
        this.admins = admins;
        this.superuserRealms = superuserRealms;
    }

    /** To a local administrator. */
    Reply toAdministrator(LoginRequest login, String username, String way) {
        login.request().notes().user("").administrator(username).success(true).info("internal admin");
        Caller caller = new Caller.Administrator(username, "");
        List<String> allowed = rights.of(login.request().policies(), caller, null);
        String hash = admins.hashOf(username).orElseThrow(() -> WrongCredentials.refusal(Map.of()));
        Map<String, Object> value = json.ofAdministrator(username, allowed, way, hash);
        return loggedIn(login, value, login.told(null), Map.of());
    }

    /** To a user whose tokens nobody asked. */
    Reply toUser(LoginRequest login, KnownUser user, String way) {
        return loggedIn(login, user, way, login.told(null), Map.of());
    }

    /** To a user whose tokens were asked: he is in, or has to answer a challenge. */
    Reply toUser(LoginRequest login, KnownUser user, Decision decision) {
        Told told = login.told(decision.concernedSerial());
        if (!decision.accepted()) {
            Map<String, Object> value = told.webui(LoggedInJson.known(user.login(), user.realm(), roleOf(user)));
            return Reply.value(LoggedInJson.withImages(value)).detail(TokenLogin.detail(decision));
        }
        return loggedIn(login, user, PASSWORD, told, TokenLogin.detail(decision));
    }

    /** To a user who has shown who he is with a token, in this way. */
    Reply toUser(LoginRequest login, KnownUser user, String way, Decision decision) {
        return loggedIn(login, user, way, login.told(decision.concernedSerial()), LoginAnswers.detail(decision));
    }

    private void noteAdmin(ApiRequest request, KnownUser user) {
        if (roleOf(user).equals(LoginTokens.ADMIN)) {
            request.notes().administrator(user.login());
        }
    }

    private String roleOf(KnownUser user) {
        return superuserRealms.contains(user.realm()) ? LoginTokens.ADMIN : LoginTokens.USER;
    }

    private Reply loggedIn(LoginRequest login, KnownUser user, String way, Told told, Map<String, Object> detail) {
        noteAdmin(login.request(), user);
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
}
