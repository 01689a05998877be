package org.symbolon.api.auth;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.LoginEnd;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.api.validate.LoginRequest;
import org.symbolon.api.validate.LoginRequests;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.LogInByPassword;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.auth.LoginLimits;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.LoginMode;

/**
 * Logs people in to the server itself: local administrators with their passwords, users as policies want it, and whomever a web
 * server in front has checked.
 */
@Component
class ServerLogins {

    private static final String PASSWORD = "password";

    /** With a blank at its end, as eduMFA writes it. */
    private static final String REMOTE = "remote_user ";

    private final AdminPasswords admins;
    private final UserDirectory directory;
    private final TokenLogin tokenLogin;
    private final LoginRequests requests;
    private final RemoteUsers remoteUsers;
    private final CommandDispatcher commands;
    private final BrakedLogins braked;
    private final LoggedInReplies replies;

    ServerLogins(
            AdminPasswords admins,
            UserDirectory directory,
            TokenLogin tokenLogin,
            LoginRequests requests,
            RemoteUsers remoteUsers,
            CommandDispatcher commands,
            BrakedLogins braked,
            LoggedInReplies replies) {
        this.admins = admins;
        this.directory = directory;
        this.tokenLogin = tokenLogin;
        this.requests = requests;
        this.remoteUsers = remoteUsers;
        this.commands = commands;
        this.braked = braked;
        this.replies = replies;
    }

    /**
     * The reply to whoever is let in or has to answer a challenge first.
     *
     * @param username as it was typed, which is how administrators are named
     * @param name what of it is the user's and what the realm's
     * @throws ApiException 4031 if he is refused, 303 if users may not log in here, 429 if he has failed too often
     */
    Reply logIn(ApiRequest request, String username, UserName name, Secret password) {
        return braked.guard(
                request, account(username, name), () -> new Entrant(request, username, name, password).logIn());
    }

    /** Whose failures count together: those of a local administrator if there is one of that name, as he is asked first. */
    private String account(String username, UserName name) {
        return admins.isKnown(username)
                ? BrakedLogins.accountOfAdministrator(username)
                : directory.find(name).map(BrakedLogins::accountOf).orElseGet(() -> BrakedLogins.accountOf(name));
    }

    /** Somebody who wants in. */
    private final class Entrant {

        private final ApiRequest request;
        private final String username;
        private final UserName name;
        private final Secret password;
        private final boolean checked;

        private Entrant(ApiRequest request, String username, UserName name, Secret password) {
            this.request = request;
            this.username = username;
            this.name = name;
            this.password = password;
            this.checked = remoteUsers.names(request, username);
        }

        private Reply logIn() {
            boolean right = admins.match(username, password, request.client());
            if (right || (checked && admins.isKnown(username))) {
                LoginRequest login = requests.toServer(request, Optional.empty());
                if (checked && login.asked().remoteUser()) {
                    return adminIn(login, REMOTE);
                }
                if (right) {
                    return adminIn(login, PASSWORD);
                }
            }
            return userIn(user());
        }

        private Reply adminIn(LoginRequest login, String way) {
            request.loginEnded(LoginEnd.ACCEPTED);
            return replies.toAdministrator(login, username, way);
        }

        private KnownUser user() {
            request.notes().user(name.login()).realm(name.realm());
            KnownUser user = directory.find(name).orElseThrow(this::refusal);
            request.notes().user(user.login()).realm(user.realm()).resolver(user.resolver());
            return user;
        }

        /** Somebody whom a web server in front has checked is taken for who he is as far as policies want that to count. */
        private Reply userIn(KnownUser user) {
            LoginRequest login = requests.toServer(request, Optional.of(user));
            if (login.asked().mode() == LoginMode.DISABLED
                    && login.asked().terms().hidesFailures()) {
                throw refusal();
            }
            if (login.asked().mode() == LoginMode.DISABLED) {
                throw ApiException.policy("The login for this user is disabled.");
            }
            if (checked && login.asked().remoteUser()) {
                return letIn(login, user, "remote user", REMOTE);
            }
            boolean withTokens = login.asked().mode() == LoginMode.TOKENS;
            if (withTokens && request.parameters().has("password")) {
                return tokenLogin.logIn(login, user, password, decision -> replies.toUser(login, user, decision));
            }
            boolean right = !withTokens && !password.isEmpty() && directory.passwordMatches(user, password);
            return withPassword(login, user, right);
        }

        /** With the password of his store, where policies may limit how often he comes. */
        private Reply withPassword(LoginRequest login, KnownUser user, boolean right) {
            LoginLimits limits = login.asked().terms().limits();
            return limits.areWanted()
                    ? commands.sendDecided(
                            request,
                            () -> new LogInByPassword(limits, right),
                            (Decision decision) -> judged(login, user, decision))
                    : judged(login, user, Decision.ofPassword(right));
        }

        private Reply judged(LoginRequest login, KnownUser user, Decision decision) {
            if (decision.accepted()) {
                return letIn(login, user, "loginmode=userstore", PASSWORD);
            }
            request.notes().info(decision.message());
            throw refusal();
        }

        private Reply letIn(LoginRequest login, KnownUser user, String info, String way) {
            request.loginEnded(LoginEnd.ACCEPTED);
            request.notes().success(true).info(info);
            return replies.toUser(login, user, way);
        }

        /** A refusal costs the same whether there is an administrator of that name or not. */
        private ApiException refusal() {
            admins.payUnlessKnown(username, request.client());
            request.loginEnded(LoginEnd.REFUSED);
            return WrongCredentials.refusal(Map.of());
        }
    }
}
