package org.symbolon.policy.action;

import java.util.List;

/** How it is found out whether a log-in is right. What is about one type of token has a class of its own. */
public final class AuthenticationActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.AUTHENTICATION);

    private static final String PIN = "pin";
    private static final String CHALLENGE = "challenge";
    private static final String USERSTORE = "userstore";
    private static final String LOGIN = "log-in";

    public static final Action OTPPIN = ACTIONS.string("otppin")
            .group(PIN)
            .choices("tokenpin", USERSTORE, "none")
            .preset("tokenpin")
            .does(
                    "What is typed before a value: the PIN of the token, the password of its owner in his store, or nothing.");
    public static final Action CHANGE_PIN_VIA_VALIDATE = ACTIONS.flag("change_pin_via_validate")
            .group(PIN)
            .does("After a log-in whose PIN is due to be changed, asks twice for a new one.");
    public static final Action CHALLENGE_RESPONSE = ACTIONS.words("challenge_response")
            .group(CHALLENGE)
            .choices(TokenTypeNames.WITH_OPTIONAL_CHALLENGE)
            .multiple()
            .does("Types of token, in any case, whose PIN alone triggers a challenge.");
    public static final Action CHALLENGE_TEXT = ACTIONS.string("challenge_text")
            .whole()
            .group(CHALLENGE)
            .preset("please enter otp: ")
            .does("What a challenge says, where its type of token has no text of its own.");
    public static final Action CHALLENGE_TEXT_HEADER = ACTIONS.string("challenge_text_header")
            .whole()
            .group(CHALLENGE)
            .does("A line above the texts of all challenges; after `<ol>` or `<ul>` each text becomes an item.");
    public static final Action CHALLENGE_TEXT_FOOTER = ACTIONS.string("challenge_text_footer")
            .whole()
            .group(CHALLENGE)
            .does("A line below the texts of all challenges, where there is one above.");
    public static final Action RESYNC_VIA_MULTICHALLENGE = ACTIONS.flag("resync_via_multichallenge")
            .group(CHALLENGE)
            .does("Where the first of two values for bringing a token in step is typed, asks for the second."
                    + " The setting `AutoResync` must be on.");
    public static final Action ENROLL_VIA_MULTICHALLENGE = ACTIONS.string("enroll_via_multichallenge")
            .group(CHALLENGE)
            .choices(TokenTypeNames.ENROLLED_BY_LOGIN)
            .does("The type of token that a log-in enrols on the way for a user who has none of it.");
    public static final Action ENROLL_VIA_MULTICHALLENGE_TEXT = ACTIONS.string("enroll_via_multichallenge_text")
            .whole()
            .group(CHALLENGE)
            .does("What a log-in says that enrols a token, in place of what its type says.");
    public static final Action ENROLL_VIA_MULTICHALLENGE_OPTIONAL = ACTIONS.flag("enroll_via_multichallenge_optional")
            .group(CHALLENGE)
            .does(
                    "Whoever logs in may do without the token that he is to enrol (`cancel_enrollment`), and is asked again"
                            + " next time.");
    public static final Action INCREASE_FAILCOUNTER_ON_CHALLENGE = ACTIONS.flag("increase_failcounter_on_challenge")
            .group(CHALLENGE)
            .does("Counts each challenge as a failed log-in of its token, until it is answered.");
    public static final Action PREFERRED_CLIENT_MODE = ACTIONS.string("preferred_client_mode")
            .whole()
            .group(CHALLENGE)
            .preset("interactive webauthn poll u2f")
            .does("The order of the ways to answer of which the first that there is becomes `preferred_client_mode`.");
    public static final Action CLIENT_MODE_PER_USER = ACTIONS.flag("client_mode_per_user")
            .group(CHALLENGE)
            .does(
                    "The way by which a user has logged in last with the same program is the `preferred_client_mode`, if it is there.");
    public static final Action FORCE_CHALLENGE_RESPONSE = ACTIONS.flag("force_challenge_response")
            .group(CHALLENGE)
            .does(
                    "Where a user is named, what is typed is a PIN alone or answers a challenge: never a PIN and a value at once.");
    public static final Action PASSTHRU = ACTIONS.string("passthru")
            .group(LOGIN)
            .choices(USERSTORE)
            .existing(Existing.RADIUS_SERVERS)
            .does("Where users without tokens log in: at their user store, which is meant without a value, too, or at a"
                    + " RADIUS server.");
    public static final Action PASSTHRU_ASSIGN = ACTIONS.string("passthru_assign")
            .group(LOGIN)
            .waitsFor("tokens that a log-in at a RADIUS server gives")
            .does(
                    "After a log-in at a RADIUS server, gives the user the token of his realm that the value comes from: as"
                            + " `8:pin` or `pin:6`, and a third part for how far ahead to look (100).");
    public static final Action PASS_ON_NO_TOKEN =
            ACTIONS.flag("passOnNoToken").group(LOGIN).does("Lets users in who have no token.");
    public static final Action PASS_ON_NO_USER =
            ACTIONS.flag("passOnNoUser").group(LOGIN).does("Lets users in who are not known.");
    public static final Action DISABLED_TOKEN_TYPES = ACTIONS.words("disabled_token_types")
            .group(LOGIN)
            .choices(TokenTypeNames.ALL)
            .multiple()
            .does("Types of token that are passed over, as if there were none of them.");
    public static final Action HIDE_SPECIFIC_ERROR_MESSAGE = ACTIONS.flag("hide_specific_error_message")
            .group(LOGIN)
            .does("Whoever is refused is told that, and neither why nor whether there is such a user.");
    public static final Action SET_REALM = ACTIONS.string("set_realm")
            .group(LOGIN)
            .existing(Existing.REALMS)
            .does("The realm that the user is looked up in, whatever the request, `mangle` and `setrealm` say.");
    public static final Action MANGLE = ACTIONS.words("mangle")
            .group(LOGIN)
            .does(
                    "Rewrites a parameter of the request by a regular expression: `user/search/replacement/`, and likewise"
                            + " `pass` or `realm`. With blanks in it, it stands in `'`.");
    public static final Action RESET_ALL_USER_TOKENS = ACTIONS.flag("reset_all_user_tokens")
            .group(LOGIN)
            .does("A log-in sets the counts of failed ones back for all tokens of the user.");
    public static final Action AUTH_CACHE = ACTIONS.string("auth_cache")
            .group(LOGIN)
            .does(
                    "For how long the same password is good again: `4h`, `4h/5m` if it is used every five minutes, `4h/3` for"
                            + " three times.");

    private AuthenticationActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }
}
