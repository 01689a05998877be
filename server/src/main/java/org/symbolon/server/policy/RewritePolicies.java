package org.symbolon.server.policy;

import java.util.Set;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.AuthenticationActions;
import org.symbolon.server.policy.action.AuthorizationActions;
import org.symbolon.server.policy.asking.AskedPolicies;

/** What policies make of the names and the password that a log-in comes with, before anybody looks at them. */
final class RewritePolicies {

    private static final int PARTS = 4;

    private final LoginSubjects subjects;

    RewritePolicies(LoginSubjects subjects) {
        this.subjects = subjects;
    }

    /** The realm that the user is looked up in. */
    PrePolicy realm() {
        return PrePolicy.of("realm", this::setRealm, AuthorizationActions.SETREALM);
    }

    private void setRealm(ApiRequest request) {
        AskedPolicies asked = request.policies();
        if (!asked.speakOf(AuthorizationActions.SETREALM) || !subjects.namesUser(request)) {
            return;
        }
        Set<String> realms =
                asked.ask(AuthorizationActions.SETREALM, subjects.of(request)).values();
        if (realms.size() > 1) {
            throw ApiException.policy(
                    "I do not know, to which realm I should set the new realm." + " Conflicting policies exist.");
        }
        realms.forEach(realm -> request.parameters().overwrite("realm", realm));
    }

    /** Parts of parameters that are replaced by others. */
    PrePolicy mangling() {
        return PrePolicy.of("mangle", this::mangle, AuthenticationActions.MANGLE);
    }

    private void mangle(ApiRequest request) {
        AskedPolicies asked = request.policies();
        if (!asked.speakOf(AuthenticationActions.MANGLE)) {
            return;
        }
        asked.ask(AuthenticationActions.MANGLE, subjects.of(request)).values().forEach(rule -> apply(rule, request));
    }

    /** A rule is {@code key/search/replacement/}; what is behind it counts for nothing. */
    private static void apply(String rule, ApiRequest request) {
        String[] parts = rule.split("/", PARTS);
        if (parts.length < PARTS) {
            throw MalformedValue.of(AuthenticationActions.MANGLE);
        }
        if (request.parameters().value(parts[0]).orElse("") instanceof String text && !text.isEmpty()) {
            request.parameters().overwrite(parts[0], PolicyPattern.replacedIn(text, parts[1], parts[2]));
        }
    }
}
