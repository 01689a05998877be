package org.symbolon.server.policy;

import org.symbolon.events.shared.Caller;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.login.RequestLogin;
import org.symbolon.server.policy.action.AuthorizationActions;
import org.symbolon.server.policy.asking.AskedPolicies;

/** Whether log-ins are taken from any program, or only from those that show an API key. */
final class ApiKeyPolicies {

    private final LoginSubjects subjects;
    private final RequestLogin logins;

    ApiKeyPolicies(LoginSubjects subjects, RequestLogin logins) {
        this.subjects = subjects;
        this.logins = logins;
    }

    PrePolicy required() {
        return PrePolicy.of("API key", this::require, AuthorizationActions.API_KEY_REQUIRED);
    }

    private void require(ApiRequest request) {
        AskedPolicies asked = request.policies();
        if (!asked.speakOf(AuthorizationActions.API_KEY_REQUIRED)
                || !asked.ask(AuthorizationActions.API_KEY_REQUIRED, subjects.of(request))
                        .isSet()) {
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
