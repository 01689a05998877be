package org.symbolon.server.policy;

import org.symbolon.server.http.ApiException;
import org.symbolon.server.policy.action.Action;

/** The refusal where a policy says something of an action that nobody can make sense of. */
final class MalformedValue {

    private MalformedValue() {}

    static ApiException of(Action action) {
        return ApiException.policy("A policy says '" + action.name() + "' in a way that cannot be followed.");
    }
}
