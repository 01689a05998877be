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
        both(SharedActions.ASSIGN);
        both(SharedActions.UNASSIGN);
        both(SharedActions.ENABLE);
        both(SharedActions.DISABLE);
        both(SharedActions.REVOKE);
        both(SharedActions.RESET);
        both(SharedActions.RESYNC);
        both(SharedActions.SETPIN);
        both(SharedActions.SETDESCRIPTION);
        both(SharedActions.DELETE);
        both(SharedActions.AUDITLOG);
        both(SharedActions.USERLIST);
        both(SharedActions.UPDATEUSER);
        both(SharedActions.AUDITLOG_AGE);
        both(SharedActions.HIDE_AUDIT_COLUMNS);
        both(SharedActions.HIDE_TOKENINFO);
        both(SharedActions.SET_CUSTOM_USER_ATTRIBUTES);
        both(SharedActions.DELETE_CUSTOM_USER_ATTRIBUTES);
        both(SharedActions.enrol("hotp"));
        both(SharedActions.OTP_PIN_MINLENGTH);
        both(SharedActions.OTP_PIN_MAXLENGTH);
        both(SharedActions.OTP_PIN_CONTENTS);
        both(SharedActions.otpPinMinlength("hotp"));
        both(SharedActions.otpPinMaxlength("hotp"));
        both(SharedActions.otpPinContents("hotp"));
        both(SharedActions.OTP_PIN_SET_RANDOM);
        both(SharedActions.SETRANDOMPIN);
        both(SharedActions.ENROLLPIN);
        both(SharedActions.HOTP_HASHLIB);
        both(SharedActions.TOTP_HASHLIB);
        both(SharedActions.HOTP_OTPLEN);
        both(SharedActions.TOTP_OTPLEN);
        both(SharedActions.TOTP_TIMESTEP);
        both(SharedActions.TOTP_TIMESHIFT);
        both(SharedActions.HOTP_2STEP);
        both(SharedActions.TOTP_2STEP);

        // admin
        one(AdminActions.ADDUSER);
        one(AdminActions.AUDITLOG_DOWNLOAD);
        one(AdminActions.CACONNECTORDELETE);
        one(AdminActions.CACONNECTORREAD);
        one(AdminActions.CACONNECTORWRITE);
        one(AdminActions.CLIENTTYPE);
        one(AdminActions.CONFIGDELETE);
        one(AdminActions.CONFIGWRITE);
        one(AdminActions.DELETEUSER);
        one(AdminActions.EDUMFASERVER_READ);
        one(AdminActions.EDUMFASERVER_WRITE);
        one(AdminActions.EVENTHANDLING_READ);
        one(AdminActions.EVENTHANDLING_WRITE);
        one(AdminActions.FETCH_AUTHENTICATION_ITEMS);
        one(AdminActions.GETCHALLENGES);
        one(AdminActions.GETRANDOM);
        one(AdminActions.GETSERIAL);
        one(AdminActions.IMPORTTOKENS);
        one(AdminActions.MACHINELIST);
        one(AdminActions.MANAGE_MACHINE_TOKENS);
        one(AdminActions.MANAGESUBSCRIPTION);
        one(AdminActions.MRESOLVERDELETE);
        one(AdminActions.MRESOLVERREAD);
        one(AdminActions.MRESOLVERWRITE);
        one(AdminActions.PERIODICTASK_READ);
        one(AdminActions.PERIODICTASK_WRITE);
        one(AdminActions.POLICYDELETE);
        one(AdminActions.POLICYREAD);
        one(AdminActions.POLICYWRITE);
        one(AdminActions.RADIUSSERVER_READ);
        one(AdminActions.RADIUSSERVER_WRITE);
        one(AdminActions.RESOLVERDELETE);
        one(AdminActions.RESOLVERREAD);
        one(AdminActions.RESOLVERWRITE);
        one(AdminActions.SERVICEID_ADD);
        one(AdminActions.SERVICEID_DELETE);
        one(AdminActions.SERVICEID_LIST);
        one(AdminActions.SET);
        one(AdminActions.SET_HSM_PASSWORD);
        one(AdminActions.SETTOKENINFO);
        one(AdminActions.SMSGATEWAY_READ);
        one(AdminActions.SMSGATEWAY_WRITE);
        one(AdminActions.SMTPSERVER_READ);
        one(AdminActions.SMTPSERVER_WRITE);
        one(AdminActions.STATISTICS_DELETE);
        one(AdminActions.STATISTICS_READ);
        one(AdminActions.SYSTEM_DOCUMENTATION);
        one(AdminActions.TOKENGROUP_ADD);
        one(AdminActions.TOKENGROUP_DELETE);
        one(AdminActions.TOKENGROUP_LIST);
        one(AdminActions.TOKENGROUPS);
        one(AdminActions.TOKENLIST);
        one(AdminActions.TOKENREALMS);
        one(AdminActions.CONFIGREAD);
        one(AdminActions.LOSTTOKEN);
        one(AdminActions.COPYTOKENPIN);
        one(AdminActions.COPYTOKENUSER);
        one(AdminActions.TRIGGERCHALLENGE);

        // user
        one(UserActions.LOSTTOKEN);

        // authentication
        one(AuthenticationActions.AUTH_CACHE);
        one(AuthenticationActions.CHALLENGE_RESPONSE);
        one(AuthenticationActions.CHANGE_PIN_VIA_VALIDATE);
        one(AuthenticationActions.CHALLENGE_TEXT);
        one(AuthenticationActions.CHALLENGE_TEXT_FOOTER);
        one(AuthenticationActions.CHALLENGE_TEXT_HEADER);
        one(AuthenticationActions.ENROLL_VIA_MULTICHALLENGE);
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
        one(EnrollmentActions.AUTOASSIGNMENT);
        one(EnrollmentActions.ENCRYPT_PIN);
        one(EnrollmentActions.MAX_TOKEN_PER_REALM);
        one(EnrollmentActions.MAX_TOKEN_PER_USER);
        one(EnrollmentActions.maxTokenPerUser("hotp"));
        one(EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER);
        one(EnrollmentActions.maxActiveTokenPerUser("hotp"));
        one(EnrollmentActions.REQUIRE_DESCRIPTION);
        one(EnrollmentActions.VERIFY_ENROLLMENT);
        one(EnrollmentActions.OTP_PIN_RANDOM);
        one(EnrollmentActions.PINHANDLING);
        one(EnrollmentActions.CHANGE_PIN_ON_FIRST_USE);
        one(EnrollmentActions.CHANGE_PIN_EVERY);
        one(EnrollmentActions.TOKENLABEL);
        one(EnrollmentActions.TOKENISSUER);
        one(EnrollmentActions.APPIMAGEURL);
        one(EnrollmentActions.LOSTTOKEN_PW_LENGTH);
        one(EnrollmentActions.LOSTTOKEN_PW_CONTENTS);
        one(EnrollmentActions.LOSTTOKEN_VALID);
        one(EnrollmentActions.PW_LENGTH);
        one(EnrollmentActions.PW_CONTENTS);
        one(EnrollmentTypeActions.HOTP_FORCE_APP_PIN);
        one(EnrollmentTypeActions.TOTP_FORCE_APP_PIN);
        one(EnrollmentTypeActions.HOTP_2STEP_CLIENTSIZE);
        one(EnrollmentTypeActions.HOTP_2STEP_SERVERSIZE);
        one(EnrollmentTypeActions.HOTP_2STEP_DIFFICULTY);
        one(EnrollmentTypeActions.TOTP_2STEP_CLIENTSIZE);
        one(EnrollmentTypeActions.TOTP_2STEP_SERVERSIZE);
        one(EnrollmentTypeActions.TOTP_2STEP_DIFFICULTY);

        // webui
        one(WebuiActions.ADMIN_DASHBOARD);
        one(WebuiActions.AUDIT_PAGE_SIZE);
        one(WebuiActions.CUSTOM_BASELINE);
        one(WebuiActions.CUSTOM_MENU);
        one(WebuiActions.DEFAULT_TOKENTYPE);
        one(WebuiActions.DELETION_CONFIRMATION);
        one(WebuiActions.DIALOG_NO_TOKEN);
        one(WebuiActions.HIDE_BUTTONS);
        one(WebuiActions.HIDE_WELCOME_INFO);
        one(WebuiActions.INDEXEDSECRET_PRESET_ATTRIBUTE);
        one(WebuiActions.LOGIN_MODE);
        one(WebuiActions.LOGIN_TEXT);
        one(WebuiActions.LOGOUT_REDIRECT);
        one(WebuiActions.LOGOUT_TIME);
        one(WebuiActions.POLICY_TEMPLATE_URL);
        one(WebuiActions.PRIVACY_STATEMENT_LINK);
        one(WebuiActions.REALM_DROPDOWN);
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
