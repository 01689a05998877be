package org.symbolon.server.policy.action;

import java.util.HashSet;
import java.util.Set;

/**
 * The actions that something enforces. Whoever enforces one puts its line here, and marks the test that shows what it does
 * with {@code @ShowsEffect}. Of those that differ in the type of token only, one line stands for all.
 */
final class ActionsInEffect {

    private static final Set<String> IN_EFFECT = new HashSet<>();

    static {
        // admin and user

        // admin
        one(AdminActions.TRIGGERCHALLENGE);

        // user

        // authentication
        one(AuthenticationActions.AUTH_CACHE);
        one(AuthenticationActions.CHALLENGE_RESPONSE);
        one(AuthenticationActions.CHALLENGE_TEXT);
        one(AuthenticationActions.CHALLENGE_TEXT_FOOTER);
        one(AuthenticationActions.CHALLENGE_TEXT_HEADER);
        one(AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE);
        one(AuthenticationActions.MANGLE);
        one(AuthenticationActions.OTPPIN);
        one(AuthenticationActions.PASSTHRU);
        one(AuthenticationActions.PASS_ON_NO_TOKEN);
        one(AuthenticationActions.PASS_ON_NO_USER);
        one(AuthenticationActions.PREFERRED_CLIENT_MODE);
        one(AuthenticationActions.RESET_ALL_USER_TOKENS);
        one(AuthenticationActions.RESYNC_VIA_MULTICHALLENGE);

        // authorization
        one(AuthorizationActions.ADD_RESOLVER_IN_RESPONSE);
        one(AuthorizationActions.ADD_USER_IN_RESPONSE);
        one(AuthorizationActions.API_KEY_REQUIRED);
        one(AuthorizationActions.AUTHORIZED);
        one(AuthorizationActions.AUTH_MAX_FAIL);
        one(AuthorizationActions.AUTH_MAX_SUCCESS);
        one(AuthorizationActions.LAST_AUTH);
        one(AuthorizationActions.NO_DETAIL_ON_FAIL);
        one(AuthorizationActions.NO_DETAIL_ON_SUCCESS);
        one(AuthorizationActions.SERIAL);
        one(AuthorizationActions.SETREALM);
        one(AuthorizationActions.TOKENINFO);
        one(AuthorizationActions.TOKENTYPE);

        // enrollment

        // webui
        one(WebuiActions.ADMIN_DASHBOARD);
        one(WebuiActions.AUDIT_PAGE_SIZE);
        one(WebuiActions.DEFAULT_TOKENTYPE);
        one(WebuiActions.DELETION_CONFIRMATION);
        one(WebuiActions.DIALOG_NO_TOKEN);
        one(WebuiActions.HIDE_BUTTONS);
        one(WebuiActions.HIDE_WELCOME_INFO);
        one(WebuiActions.INDEXEDSECRET_PRESET_ATTRIBUTE);
        one(WebuiActions.LOGIN_MODE);
        one(WebuiActions.LOGOUT_REDIRECT);
        one(WebuiActions.LOGOUT_TIME);
        one(WebuiActions.POLICY_TEMPLATE_URL);
        one(WebuiActions.REMOTE_USER);
        one(WebuiActions.SEARCH_ON_ENTER);
        one(WebuiActions.SHOW_ANDROID_PRIVACYIDEA_AUTHENTICATOR);
        one(WebuiActions.SHOW_CUSTOM_AUTHENTICATOR);
        one(WebuiActions.SHOW_IOS_PRIVACYIDEA_AUTHENTICATOR);
        one(WebuiActions.SHOW_NODE);
        one(WebuiActions.SHOW_SEED);
        one(WebuiActions.TIMEOUT_ACTION);
        one(WebuiActions.TOKENWIZARD);
        one(WebuiActions.TOKENWIZARD_2ND_TOKEN);
        one(WebuiActions.TOKEN_PAGE_SIZE);
        one(WebuiActions.TOKEN_ROLLOVER);
        one(WebuiActions.USER_DETAILS);
        one(WebuiActions.USER_PAGE_SIZE);

        // register

    }

    private ActionsInEffect() {}

    static boolean contains(Action action) {
        return IN_EFFECT.contains(key(action));
    }

    static void both(SharedAction action) {
        one(action.in(Scope.ADMIN));
        one(action.in(Scope.USER));
    }

    static void one(Action action) {
        IN_EFFECT.add(key(action));
    }

    private static String key(Action action) {
        return action.scope().wire() + "/" + action.family();
    }
}
