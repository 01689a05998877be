package org.symbolon.policy.action;

import java.util.List;

/** Whether a log-in that is right is let through, and what the answer to it tells. */
public final class AuthorizationActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.AUTHORIZATION);

    private static final String ACCESS = "access";
    private static final String TOKEN = "token";
    private static final String ANSWER = "answer";

    public static final Action AUTHORIZED = ACTIONS.string("authorized")
            .whole()
            .group(ACCESS)
            .choices("grant_access", "deny_access")
            .preset("grant_access")
            .does("Whether anyone is let in at all; it is asked last.");
    public static final Action AUTH_MAX_SUCCESS = ACTIONS.string("auth_max_success")
            .group(ACCESS)
            .does("How many log-ins may succeed in a time, as `3/10m`.");
    public static final Action AUTH_MAX_FAIL = ACTIONS.string("auth_max_fail")
            .group(ACCESS)
            .does("How many log-ins may fail in a time, as `3/10m`, before right ones fail, too.");
    public static final Action LAST_AUTH = ACTIONS.string("last_auth")
            .group(ACCESS)
            .does("How long ago the last log-in with a token may be, as `30h`, `7d` or `1y`.");
    public static final Action API_KEY_REQUIRED = ACTIONS.flag("api_key_required")
            .group(ACCESS)
            .does("Takes log-ins from applications with an API key only.");
    public static final Action SETREALM = ACTIONS.words("setrealm")
            .group(ACCESS)
            .existing(Existing.REALMS)
            .does("The realm that the user is looked up in, whatever the request says.");
    public static final Action TOKENTYPE = ACTIONS.words("tokentype")
            .group(TOKEN)
            .choices(TokenTypeNames.ALL)
            .multiple()
            .does("The types of token that may log in.");
    public static final Action SERIAL = ACTIONS.words("serial")
            .group(TOKEN)
            .does("Regular expressions one of which the serial of the token must contain.");
    public static final Action TOKENINFO = ACTIONS.words("tokeninfo")
            .whole()
            .group(TOKEN)
            .does("What the token info must say, as `key/regular expression/`; all policies must be met. Users may not"
                    + " write that entry.");
    public static final Action APPLICATION_TOKENTYPE = ACTIONS.flag("application_tokentype")
            .idle()
            .group(TOKEN)
            .does("Nothing: every application may name the type of token that it wants.");
    public static final Action NO_DETAIL_ON_SUCCESS = ACTIONS.flag("no_detail_on_success")
            .group(ANSWER)
            .does("Leaves the details out of the answer to a log-in that succeeds.");
    public static final Action NO_DETAIL_ON_FAIL = ACTIONS.flag("no_detail_on_fail")
            .group(ANSWER)
            .does("Leaves the details out of the answer to a log-in that fails.");
    public static final Action ADD_USER_IN_RESPONSE =
            ACTIONS.flag("add_user_in_response").group(ANSWER).does("Tells in the answer what is known of the user.");
    public static final Action ADD_RESOLVER_IN_RESPONSE = ACTIONS.flag("add_resolver_in_response")
            .group(ANSWER)
            .does("Tells in the answer the resolver and the realm of the user.");
    public static final Action RADIUS_ATTRIBUTES = ACTIONS.words("radius_attributes")
            .whole()
            .group(ANSWER)
            .does("What a RADIUS client is told of a user who is let in, as `Class=staff Filter-Id=\"VPN users\"`; a"
                    + " vendor's by numbers, as `26.9.1=shell:priv-lvl=15`. All that policies say is told.");

    private AuthorizationActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }
}
