package org.symbolon.policy.action;

import java.util.List;

/** What users may do for themselves. While no policy of the scope is active, they may do everything. */
public final class UserActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.USER);

    public static final Action PASSWORD_RESET =
            ACTIONS.flag("password_reset").does("Sets a forgotten password anew, by way of a mail.");

    public static final Action ENABLE = SharedActions.ENABLE.in(Scope.USER);
    public static final Action DISABLE = SharedActions.DISABLE.in(Scope.USER);
    public static final Action DELETE = SharedActions.DELETE.in(Scope.USER);
    public static final Action UNASSIGN = SharedActions.UNASSIGN.in(Scope.USER);
    public static final Action RESYNC = SharedActions.RESYNC.in(Scope.USER);
    public static final Action REVOKE = SharedActions.REVOKE.in(Scope.USER);
    public static final Action RESET = SharedActions.RESET.in(Scope.USER);
    public static final Action SETDESCRIPTION = SharedActions.SETDESCRIPTION.in(Scope.USER);
    public static final Action ASSIGN = SharedActions.ASSIGN.in(Scope.USER);
    public static final Action SETPIN = SharedActions.SETPIN.in(Scope.USER);
    public static final Action SETRANDOMPIN = SharedActions.SETRANDOMPIN.in(Scope.USER);
    public static final Action ENROLLPIN = SharedActions.ENROLLPIN.in(Scope.USER);
    public static final Action AUDITLOG = SharedActions.AUDITLOG.in(Scope.USER);
    public static final Action USERLIST = SharedActions.USERLIST.in(Scope.USER);
    public static final Action UPDATEUSER = SharedActions.UPDATEUSER.in(Scope.USER);
    public static final Action AUDITLOG_AGE = SharedActions.AUDITLOG_AGE.in(Scope.USER);
    public static final Action HIDE_AUDIT_COLUMNS = SharedActions.HIDE_AUDIT_COLUMNS.in(Scope.USER);
    public static final Action HIDE_TOKENINFO = SharedActions.HIDE_TOKENINFO.in(Scope.USER);
    public static final Action SET_CUSTOM_USER_ATTRIBUTES = SharedActions.SET_CUSTOM_USER_ATTRIBUTES.in(Scope.USER);
    public static final Action DELETE_CUSTOM_USER_ATTRIBUTES =
            SharedActions.DELETE_CUSTOM_USER_ATTRIBUTES.in(Scope.USER);
    public static final Action OTP_PIN_MAXLENGTH = SharedActions.OTP_PIN_MAXLENGTH.in(Scope.USER);
    public static final Action OTP_PIN_MINLENGTH = SharedActions.OTP_PIN_MINLENGTH.in(Scope.USER);
    public static final Action OTP_PIN_CONTENTS = SharedActions.OTP_PIN_CONTENTS.in(Scope.USER);
    public static final Action OTP_PIN_SET_RANDOM = SharedActions.OTP_PIN_SET_RANDOM.in(Scope.USER);

    /** Definitions name it for administrators only, but users are asked for it, too. */
    public static final Action LOSTTOKEN = ACTIONS.flag("losttoken")
            .unlisted()
            .does("Replaces a token of one's own that is lost by a password for some days.");

    private UserActions() {}

    /** See {@link SharedActions#enrol}. */
    public static Action enrol(String type) {
        return SharedActions.enrol(type).in(Scope.USER);
    }

    static List<Action> all() {
        return ACTIONS.actions();
    }
}
