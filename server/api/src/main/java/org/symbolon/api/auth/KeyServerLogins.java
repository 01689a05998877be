package org.symbolon.api.auth;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.validate.KeyDecisions;
import org.symbolon.api.validate.KeyLogins;
import org.symbolon.api.validate.KeyLogins.KeyHolder;
import org.symbolon.api.validate.LoginAnswers;
import org.symbolon.api.validate.LoginRequest;
import org.symbolon.api.validate.LoginRequests;
import org.symbolon.command.auth.Decision;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.LoginMode;
import org.symbolon.policy.LoginQuestion.Way;

/** Logs in to the server itself whoever has the key with which his device has answered a challenge; he does not say who he is. */
@Component
class KeyServerLogins {

    static final int LONG_UNUSED = 4306;
    static final int DISABLED = 4307;
    private static final int NOBODYS = 4032;

    /** With what somebody has shown who he is, in the words of privacyIDEA's log-in tokens. */
    private static final String WAY = "pi";

    private final KeyLogins keys;
    private final LoginRequests requests;
    private final KeyDecisions decisions;
    private final LoggedInReplies replies;
    private final boolean enabled;

    KeyServerLogins(
            KeyLogins keys,
            LoginRequests requests,
            KeyDecisions decisions,
            LoggedInReplies replies,
            @Value("${symbolon.passkey-login:true}") boolean enabled) {
        this.enabled = enabled;
        this.keys = keys;
        this.requests = requests;
        this.decisions = decisions;
        this.replies = replies;
    }

    /**
     * The reply to whoever is let in, or whose token is out of use.
     *
     * @throws ApiException 4031, 4032 or 4306 if he is refused, 4307 if nobody may log in so, 303 if users may not log in here
     */
    Reply logIn(ApiRequest request) {
        if (!enabled) {
            throw ApiException.authentication(DISABLED, "Authentication with passkey disabled.");
        }
        KeyHolder holder = keys.holder(request)
                .orElseThrow(() -> refusal(WrongCredentials.CODE, "The passkey is not registered."));
        request.notes().serial(holder.serial());
        KnownUser user = holder.user().orElseThrow(() -> refusal(NOBODYS, "Token has no user."));
        LoginRequest login = requests.byKey(request, Way.SERVER_BY_KEY, Optional.of(holder));
        if (login.disables(holder)) {
            throw refusal(WrongCredentials.CODE, "The token type " + holder.type() + " is disabled.");
        }
        if (login.asked().mode() == LoginMode.DISABLED) {
            throw ApiException.policy("The login for this user is disabled.");
        }
        return decisions.decide(login, holder, decision -> answer(login, user, decision));
    }

    private Reply answer(LoginRequest login, KnownUser user, Decision decision) {
        LoginAnswers.note(login, decision);
        LoginAnswers.forbidIfDenied(decision.denial());
        if (decision.accepted()) {
            return replies.toUser(login, user, WAY, decision);
        }
        if (LoginAnswers.isHidden(login, decision)) {
            throw WrongCredentials.refusal(Map.of());
        }
        return switch (decision.ground()) {
            case WRONG_ANSWER ->
                throw ApiException.authentication(WrongCredentials.CODE, "Authentication failure using passkey.");
            case LONG_UNUSED -> throw refusal(LONG_UNUSED, decision.message());
            case WITHOUT_OWNER -> throw refusal(NOBODYS, "Token has no user.");
            case TOKENS,
                    NAMELESS,
                    KEY,
                    CACHED_LOGIN,
                    NO_USER,
                    NO_TOKEN,
                    PASSWORD,
                    CLAIM,
                    WITHOUT_ENROLMENT,
                    DECLINED,
                    CANCELLED ->
                Reply.value(false).detail(Map.of("message", decision.message())).authentication("REJECT");
        };
    }

    private static ApiException refusal(int code, String reason) {
        return ApiException.authentication(code, "Authentication failure. " + reason);
    }
}
