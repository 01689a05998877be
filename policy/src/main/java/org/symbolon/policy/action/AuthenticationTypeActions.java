package org.symbolon.policy.action;

import java.util.List;

/** How a log-in with tokens of one type goes on. */
public final class AuthenticationTypeActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.AUTHENTICATION);

    public static final Action SMS_CHALLENGE_TEXT = challengeText("sms", "Enter the OTP from the SMS:");
    public static final Action U2F_CHALLENGE_TEXT =
            challengeText("u2f", "Please confirm with your U2F token (<description>)");
    public static final Action INDEXEDSECRET_CHALLENGE_TEXT =
            challengeText("indexedsecret", "Please enter the positions {0!s} from your secret.");

    public static final Action SMSTEXT = whole("smstext", "sms")
            .preset("<otp>")
            .does("What a message with a value says; `<otp>` stands for the value.");
    public static final Action SMSPOSTCHECKTEXT = whole("smspostchecktext", "sms")
            .preset("<otp>")
            .does("What a message after a log-in says, where the next value is not sent.");
    public static final Action SMSAUTOSEND =
            ACTIONS.flag("smsautosend").ofType("sms").does("Sends the next value after a log-in.");
    public static final Action INDEXEDSECRET_COUNT = ACTIONS.number("indexedsecret_count")
            .ofType("indexedsecret")
            .preset("2")
            .does("How many characters of the secret are asked for.");
    public static final Action U2F_FACETS = ACTIONS.words("u2f_facets")
            .ofType("u2f")
            .does("Hosts that a log-in may come from beside that of the server.");

    public static final Action EDUPUSH_TEXT_ON_MOBILE = textOnMobile("edupush");
    public static final Action PUSH_TEXT_ON_MOBILE = textOnMobile("push");
    public static final Action EDUPUSH_TITLE_ON_MOBILE = titleOnMobile("edupush");
    public static final Action PUSH_TITLE_ON_MOBILE = titleOnMobile("push");
    public static final Action EDUPUSH_SSL_VERIFY = sslVerify("edupush");
    public static final Action PUSH_SSL_VERIFY = sslVerify("push");
    public static final Action EDUPUSH_WAIT = waitFor("edupush");
    public static final Action PUSH_WAIT = waitFor("push");
    public static final Action EDUPUSH_ALLOW_POLLING = allowPolling("edupush");
    public static final Action PUSH_ALLOW_POLLING = allowPolling("push");

    private AuthenticationTypeActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }

    private static ActionBuilder whole(String name, String type) {
        return ACTIONS.string(name).whole().ofType(type);
    }

    private static Action challengeText(String type, String preset) {
        return whole(type + "_challenge_text", type).preset(preset).does("What a challenge says.");
    }

    private static Action textOnMobile(String type) {
        return whole(type + "_text_on_mobile", type)
                .preset("Do you want to confirm the login?")
                .does("What the telephone asks.");
    }

    private static Action titleOnMobile(String type) {
        return whole(type + "_title_on_mobile", type).preset("eduMFA").does("The heading of what the telephone asks.");
    }

    private static Action sslVerify(String type) {
        return ACTIONS.string(type + "_ssl_verify")
                .ofType(type)
                .choices("0", "1")
                .preset("1")
                .does("Whether the telephone checks the certificate of the server.");
    }

    private static Action waitFor(String type) {
        return ACTIONS.number(type + "_wait")
                .whole()
                .ofType(type)
                .does("For how many seconds a log-in waits for the telephone before it answers.");
    }

    private static Action allowPolling(String type) {
        return ACTIONS.string(type + "_allow_polling")
                .whole()
                .ofType(type)
                .choices("allow", "deny", "token")
                .preset("allow")
                .does("Whether telephones may ask for open challenges; `token` leaves it to the token info"
                        + " `polling_allowed`.");
    }
}
