package org.symbolon.policy.action;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What administrators may do with all tokens and users with their own, and what of it is laid down for both alike. */
public final class SharedActions {

    private static final ActionTable ADMINS = new ActionTable(Scope.ADMIN);
    private static final ActionTable USERS = new ActionTable(Scope.USER);

    private static final String TOKEN = "token";
    private static final String TOKENS = "tokens";
    private static final String PIN = "pin";
    private static final String ENROLLMENT = "enrollment";

    public static final SharedAction ENABLE = right("enable", "Puts tokens into use again.");
    public static final SharedAction DISABLE = right("disable", "Puts tokens out of use.");
    public static final SharedAction DELETE = right("delete", "Deletes tokens.");
    public static final SharedAction UNASSIGN = right("unassign", "Takes tokens from their owners.");
    public static final SharedAction RESYNC =
            right("resync", "Brings the server in step with a token again, by two of its values.");
    public static final SharedAction ROLLOVER = right(
            "rollover",
            "Hands tokens over to new devices under their old serials. What no policy allows is forbidden, also where there is"
                    + " no policy.");
    public static final SharedAction REVOKE = right("revoke", "Revokes tokens for ever.");
    public static final SharedAction RESET = right("reset", "Sets the count of failed log-ins back.");
    public static final SharedAction SETDESCRIPTION = right("setdescription", "Describes tokens anew.");
    public static final SharedAction ASSIGN = both(
            "Gives tokens to users.",
            table -> table.flag("assign").group(TOKEN).menus(TOKENS, "users"),
            table -> table.flag("assign").group(TOKEN).menus(TOKENS));
    public static final SharedAction SETPIN = both(
            "Sets PINs of tokens.",
            table -> table.flag("setpin").group(TOKEN).menus(TOKENS),
            table -> table.flag("setpin").group(PIN).menus(TOKENS));
    public static final SharedAction SETRANDOMPIN = both(
            "Has the server make up a PIN for a token.",
            table -> table.flag("setrandompin").group(TOKEN).menus(TOKENS),
            table -> table.flag("setrandompin").group(PIN).menus(TOKENS));
    public static final SharedAction ENROLLPIN = both(
            "Gives a token its PIN while it is enrolled; without this right the PIN is left out silently.",
            table -> table.flag("enrollpin").group(ENROLLMENT).menus(TOKENS),
            table -> table.flag("enrollpin").group(PIN));
    public static final SharedAction AUDITLOG = both(
            "Reads the audit.",
            table -> table.flag("auditlog").group("system").menus("audit"),
            table -> table.flag("auditlog").menus("audit"));
    public static final SharedAction USERLIST = both(
            "Lists users.",
            table -> table.flag("userlist").group("general").menus("users"),
            table -> table.flag("userlist").menus("users"));
    public static final SharedAction UPDATEUSER = both(
            "Changes users in resolvers that can be written.",
            table -> table.flag("updateuser").group("user").menus("users"),
            table -> table.flag("updateuser").menus("users"));

    public static final SharedAction AUDITLOG_AGE = both(
            "How far back the audit is shown, as `10d`: a number of seconds (`s`), minutes (`m`), hours (`h`), days (`d`)"
                    + " or years (`y`). It replaces what a search asks for.",
            table -> table.string("auditlog_age").group("audit").menus("audit"));
    public static final SharedAction HIDE_AUDIT_COLUMNS = both(
            "Columns that a search in the audit leaves out.",
            table -> table.words("hide_audit_columns").group("audit").menus("audit"));
    public static final SharedAction HIDE_TOKENINFO =
            both("Keys of the token info that the list of tokens leaves out.", table -> table.words("hide_tokeninfo")
                    .group(TOKEN));
    public static final SharedAction SET_CUSTOM_USER_ATTRIBUTES = both(
            "Which attributes of users may be set to which values, as `:colour: red blue :size: *`; `*` stands for any"
                    + " attribute or any value. What no policy names is forbidden, also where there is no policy.",
            table -> table.words("set_custom_user_attributes").whole().group("user"));
    public static final SharedAction DELETE_CUSTOM_USER_ATTRIBUTES = both(
            "Which attributes of users may be deleted; `*` stands for any. What no policy names is forbidden, also where"
                    + " there is no policy.",
            table -> table.words("delete_custom_user_attributes").whole().group("user"));

    public static final SharedAction OTP_PIN_MAXLENGTH = both(
            "How long a PIN may be.",
            table -> table.number("otp_pin_maxlength").group(PIN).range(0, 31));
    public static final SharedAction OTP_PIN_MINLENGTH = both(
            "How long a PIN must be; an empty one is too short, too.",
            table -> table.number("otp_pin_minlength").group(PIN).range(0, 31));
    public static final SharedAction OTP_PIN_CONTENTS = both(
            "Which characters a PIN is made of: `c` letters, `n` digits, `s` punctuation. `cn` wants one of each, `+cn` one of"
                    + " them all, `-s` forbids, `[abc]` names them.",
            table -> table.string("otp_pin_contents").group(PIN));
    public static final SharedAction OTP_PIN_SET_RANDOM = both(
            "How long a PIN is that the server makes up on request; without it no such PIN is made.",
            table -> table.number("otp_pin_set_random").group(PIN).range(1, 31));

    private SharedActions() {}

    /** Enrolling tokens of this type. */
    public static SharedAction enrol(String type) {
        return each("Enrols tokens of the type.", table -> table.flag("enroll" + type.toUpperCase(Locale.ROOT))
                .family("enroll<TYPE>")
                .group(ENROLLMENT)
                .menus(TOKENS));
    }

    /** Replaces {@code otp_pin_minlength} for tokens of this type. */
    public static SharedAction otpPinMinlength(String type) {
        return each("How long a PIN of tokens of the type must be, instead of what holds for all.", table -> pinRule(
                        table.number(type + "_otp_pin_minlength"), type, "minlength")
                .range(0, 31));
    }

    /** Replaces {@code otp_pin_maxlength} for tokens of this type. */
    public static SharedAction otpPinMaxlength(String type) {
        return each("How long a PIN of tokens of the type may be, instead of what holds for all.", table -> pinRule(
                        table.number(type + "_otp_pin_maxlength"), type, "maxlength")
                .range(0, 31));
    }

    /** Replaces {@code otp_pin_contents} for tokens of this type. */
    public static SharedAction otpPinContents(String type) {
        return each(
                "Which characters a PIN of tokens of the type is made of, instead of what holds for all.",
                table -> pinRule(table.string(type + "_otp_pin_contents"), type, "contents"));
    }

    /** The constants, in the scope of administrators or in that of users. */
    static List<Action> in(Scope scope) {
        return scope == Scope.ADMIN ? ADMINS.actions() : USERS.actions();
    }

    /** Web interfaces offer it for the one type whose PIN is all there is to it. */
    private static ActionBuilder pinRule(ActionBuilder rule, String type, String what) {
        ActionBuilder ofFamily = rule.family("<type>_otp_pin_" + what).group(PIN);
        return TokenTypeNames.PIN_ALONE.contains(type) ? ofFamily : ofFamily.unlisted();
    }

    private static SharedAction right(String name, String description) {
        return both(description, table -> table.flag(name).group(TOKEN).menus(TOKENS));
    }

    private static SharedAction both(String description, Function<ActionTable, ActionBuilder> described) {
        return both(description, described, described);
    }

    private static SharedAction both(
            String description,
            Function<ActionTable, ActionBuilder> forAdmins,
            Function<ActionTable, ActionBuilder> forUsers) {
        return new SharedAction(
                forAdmins.apply(ADMINS).does(description), forUsers.apply(USERS).does(description));
    }

    /** One of a family, which the tables do not keep. */
    private static SharedAction each(String description, Function<ActionTable, ActionBuilder> described) {
        return new SharedAction(
                described.apply(new ActionTable(Scope.ADMIN)).does(description),
                described.apply(new ActionTable(Scope.USER)).does(description));
    }
}
