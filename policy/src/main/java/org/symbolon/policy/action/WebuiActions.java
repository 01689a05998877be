package org.symbolon.policy.action;

import java.util.List;

/** How a web interface looks and how one logs in to it. */
public final class WebuiActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.WEBUI);

    private static final String LOGIN = "log-in";
    private static final String LISTS = "lists";
    private static final String TOKENS = "tokens";
    private static final String LOOKS = "looks";
    private static final String PAGES = "pages";

    public static final Action LOGIN_MODE = ACTIONS.string("login_mode")
            .group(LOGIN)
            .choices("userstore", "eduMFA", "disable")
            .preset("userstore")
            .does("How users log in: with the password of their store, with their tokens, or not at all.");
    public static final Action REMOTE_USER = ACTIONS.words("remote_user")
            .group(LOGIN)
            .choices("disable", "allowed", "force")
            .preset("disable")
            .does("Whether a log-in counts that a proxy in front of the server has checked.");
    public static final Action LOGOUT_TIME = ACTIONS.number("logout_time")
            .group(LOGIN)
            .preset("120")
            .does("After how many idle seconds the web interface ends.");
    public static final Action TIMEOUT_ACTION = ACTIONS.string("timeout_action")
            .group(LOGIN)
            .choices("logout", "lockscreen")
            .preset("lockscreeen")
            .does(
                    "What the web interface does when it ends. What a log-in is told without a policy is misspelt in eduMFA, too.");
    public static final Action LOGOUT_REDIRECT =
            ACTIONS.string("logout_redirect").group(LOGIN).does("The page that a log-out leads to.");
    public static final Action REALM_DROPDOWN = ACTIONS.words("realm_dropdown")
            .group(LOGIN)
            .existing(Existing.REALMS)
            .multiple()
            .does("The realms that are offered for a log-in; all of them where none is named.");
    public static final Action LOGIN_TEXT = ACTIONS.string("login_text")
            .whole()
            .group(LOGIN)
            .does("A text above the log-in; addresses of web pages in it become links.");
    public static final Action PASSKEY_LOGIN = ACTIONS.string("passkey_login")
            .group(LOGIN)
            .choices("show", "hide")
            .preset("show")
            .does("Whether the log-in page offers to log in with a passkey, where there can be one.");
    public static final Action AUDIT_PAGE_SIZE = pageSize("audit_page_size", "10");
    public static final Action TOKEN_PAGE_SIZE = pageSize("token_page_size", "15");
    public static final Action USER_PAGE_SIZE = pageSize("user_page_size", "15");
    public static final Action SEARCH_ON_ENTER =
            ACTIONS.flag("search_on_enter").group(LISTS).does("Searches when Enter is pressed, not with each key.");
    public static final Action USER_DETAILS =
            ACTIONS.flag("user_details").group(LISTS).does("Shows users with all that is known of them.");
    public static final Action DEFAULT_TOKENTYPE = ACTIONS.string("default_tokentype")
            .group(TOKENS)
            .choices(TokenTypeNames.ALL)
            .preset(TokenTypeNames.DEFAULT)
            .does("The type that is offered first for a new token.");
    public static final Action TOKENWIZARD =
            ACTIONS.flag("tokenwizard").group(TOKENS).does("Leads users without a token to their first one.");
    public static final Action TOKENWIZARD_2ND_TOKEN =
            ACTIONS.flag("tokenwizard_2nd_token").group(TOKENS).does("Leads users to a second token.");
    public static final Action DIALOG_NO_TOKEN =
            ACTIONS.flag("dialog_no_token").group(TOKENS).does("Tells users that they have no token.");
    public static final Action TOKEN_ROLLOVER = ACTIONS.words("token_rollover")
            .group(TOKENS)
            .choices(TokenTypeNames.ALL)
            .multiple()
            .does("The types of token that may be enrolled anew in their place.");
    public static final Action SHOW_SEED =
            ACTIONS.flag("show_seed").group(TOKENS).does("Shows the seed of a new token as text.");
    public static final Action INDEXEDSECRET_PRESET_ATTRIBUTE = ACTIONS.string("indexedsecret_preset_attribute")
            .group(TOKENS)
            .does("The attribute of users that is offered as the secret of a new `indexedsecret` token.");
    public static final Action SHOW_ANDROID_PRIVACYIDEA_AUTHENTICATOR = ACTIONS.flag(
                    "show_android_privacyidea_authenticator")
            .group(TOKENS)
            .does("Shows where the app for Android is found.");
    public static final Action SHOW_IOS_PRIVACYIDEA_AUTHENTICATOR = ACTIONS.flag("show_ios_privacyidea_authenticator")
            .group(TOKENS)
            .does("Shows where the app for iOS is found.");
    public static final Action SHOW_CUSTOM_AUTHENTICATOR =
            ACTIONS.string("show_custom_authenticator").group(TOKENS).does("The address where another app is found.");
    public static final Action ADMIN_DASHBOARD =
            ACTIONS.flag("admin_dashboard").group(LOOKS).does("Shows administrators an overview first.");
    public static final Action HIDE_BUTTONS =
            ACTIONS.flag("hide_buttons").group(LOOKS).does("Hides buttons that the user has no right to.");
    public static final Action DELETION_CONFIRMATION =
            ACTIONS.flag("deletion_confirmation").group(LOOKS).does("Asks before something is deleted.");
    public static final Action HIDE_WELCOME_INFO =
            ACTIONS.flag("hide_welcome_info").group(LOOKS).does("Hides the welcome after a log-in.");
    public static final Action SHOW_NODE =
            ACTIONS.flag("show_node").group(LOOKS).does("Shows the name of the node that answers.");
    public static final Action POLICY_TEMPLATE_URL = ACTIONS.string("policy_template_url")
            .group(PAGES)
            .preset("https://raw.githubusercontent.com/edumfa/policy-templates/main/templates/")
            .does("Where templates for policies are fetched.");
    public static final Action CUSTOM_MENU = ACTIONS.string("custom_menu")
            .whole()
            .group(PAGES)
            .does("The menu of the log-in page: addresses of web pages, each after the words that name it.");
    public static final Action CUSTOM_BASELINE = ACTIONS.string("custom_baseline")
            .whole()
            .group(PAGES)
            .does("The line at the bottom of the log-in page; addresses of web pages in it become links.");
    public static final Action PRIVACY_STATEMENT_LINK = ACTIONS.string("privacy_statement_link")
            .whole()
            .group(PAGES)
            .does("The address of the privacy statement, a web page.");

    private WebuiActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }

    private static Action pageSize(String name, String preset) {
        return ACTIONS.number(name).group(LISTS).preset(preset).does("How many lines a page of the list has.");
    }
}
