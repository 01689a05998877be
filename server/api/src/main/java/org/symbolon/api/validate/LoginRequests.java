package org.symbolon.api.validate;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.login.RequestLogin;
import org.symbolon.api.validate.KeyLogins.KeyHolder;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.AskedLogin;
import org.symbolon.policy.LoginPolicies;
import org.symbolon.policy.LoginQuestion;
import org.symbolon.policy.LoginQuestion.Way;

/** Asks policies about the log-in of a request, once, and holds programs to what they say of programs. */
@Component
public class LoginRequests {

    private final LoginPolicies policies;
    private final RequestLogin logins;
    private final UsedTypes used;

    public LoginRequests(LoginPolicies policies, RequestLogin logins, UsedTypes used) {
        this.policies = policies;
        this.logins = logins;
        this.used = used;
    }

    /**
     * The log-in that somebody wants to have checked.
     *
     * @param known what is known beside what was sent, and counts as if it had been
     * @throws ApiException 905 if it names neither a user nor a token, 303 if policies want another program or cannot be followed
     */
    LoginRequest check(ApiRequest request, Way way, Map<String, String> known) {
        LoginRequest login = of(request, way, Optional.empty(), known);
        LoginParameters.requireSubject(login.parameters());
        requireApiKey(request, login.asked().apiKey());
        return login;
    }

    /**
     * The log-in with the key of a device.
     *
     * @param holder the token that has the key; empty for none, of which policies say nothing
     * @throws ApiException 303 if policies want another program or cannot be followed
     */
    public LoginRequest byKey(ApiRequest request, Way way, Optional<KeyHolder> holder) {
        Map<String, String> named = holder.map(KeyHolder::named).orElse(KeyLogins.NAMING_NOBODY);
        LoginRequest login = of(request, way, holder.flatMap(KeyHolder::user), named);
        requireApiKey(request, login.asked().apiKey());
        return login;
    }

    /** One that nobody has begun yet. */
    LoginRequest ofNobody(ApiRequest request) {
        return of(request, Way.TRIGGER, Optional.empty(), KeyLogins.NAMING_NOBODY);
    }

    /** The question of a program how a log-in stands. */
    public LoginRequest poll(ApiRequest request) {
        LoginRequest login = of(request, Way.POLL);
        requireApiKey(request, login.asked().apiKey());
        return login;
    }

    LoginRequest of(ApiRequest request, Way way) {
        return of(request, way, Optional.empty(), Map.of());
    }

    /** A log-in of whom it is known already who he is; a local administrator is no user. */
    public LoginRequest toServer(ApiRequest request, Optional<KnownUser> user) {
        return of(request, Way.SERVER, user, Map.of());
    }

    private LoginRequest of(ApiRequest request, Way way, Optional<KnownUser> user, Map<String, String> known) {
        Parameters sent = request.parameters().with(known);
        AskedLogin asked = policies.ask(new LoginQuestion(way, request.policies(), sent::givenText, user));
        asked.policies().forEach(request.notes()::addPolicy);
        return new LoginRequest(request, sent.with(asked.rewritten()), asked, used.lastOf(request, asked));
    }

    private void requireApiKey(ApiRequest request, Ruled<Boolean> wanted) {
        wanted.policies().forEach(request.notes()::addPolicy);
        if (wanted.fault() != null) {
            throw ApiException.policy(wanted.fault());
        }
        if (wanted.value() == null) {
            return;
        }
        Caller caller = caller(request);
        if (!(caller instanceof Caller.ApiKey)) {
            throw ApiException.policy("A correct JWT was passed, but it was no API key.");
        }
        request.caller(caller);
    }

    private Caller caller(ApiRequest request) {
        try {
            return logins.verify(request);
        } catch (ApiException refusal) {
            throw ApiException.policy("No valid API key was passed.");
        }
    }
}
