package org.symbolon.policy.action;

import java.util.List;

/** What administrators may do. While no policy of the scope is active, they may do everything. */
public final class AdminActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.ADMIN);

    public static final Action SET =
            right("set", "token", "Changes settings of tokens, as their windows and their limits.", "tokens");
    public static final Action SETTOKENINFO =
            right("settokeninfo", "token", "Writes and deletes token info.", "tokens");
    public static final Action TOKENREALMS = right("tokenrealms", "token", "Puts tokens into realms.", "tokens");
    public static final Action TOKENLIST = right(
            "tokenlist", "token", "Lists tokens: all of them, or those of the realms that the policy names.", "tokens");
    public static final Action TOKENGROUPS =
            right("tokengroups", "token", "Puts tokens into groups and takes them out.");
    public static final Action IMPORTTOKENS = right(
            "importtokens",
            "system",
            "Reads tokens from files, into each of the realms that they are to be in.",
            "tokens");
    public static final Action EXPORTTOKENS = right(
            "exporttokens",
            "system",
            "Takes tokens with their seeds out of the server, as a file under a password. Without any policies nobody may.",
            "tokens");
    public static final Action LOSTTOKEN =
            right("losttoken", "tools", "Replaces a lost token by a password for some days.", "tokens");
    public static final Action GETSERIAL =
            right("getserial", "tools", "Finds the token that a value comes from.", "tokens");
    public static final Action GETRANDOM = right("getrandom", "tools", "Has the server draw random bytes.");
    public static final Action COPYTOKENPIN = right("copytokenpin", "tools", "Gives a token the PIN of another one.");
    public static final Action COPYTOKENUSER =
            right("copytokenuser", "tools", "Gives a token the owner of another one.");
    public static final Action GETCHALLENGES = right("getchallenges", "general", "Lists open challenges.", "tokens");
    public static final Action TRIGGERCHALLENGE =
            right("triggerchallenge", "general", "Triggers challenges of users without their PIN.");
    public static final Action ADDUSER =
            right("adduser", "user", "Adds users to resolvers that can be written.", "users");
    public static final Action DELETEUSER =
            right("deleteuser", "user", "Deletes users from resolvers that can be written.", "users");
    public static final Action MACHINELIST = right("machinelist", "machine", "Lists machines.", "machines");
    public static final Action MANAGE_MACHINE_TOKENS = right(
            "manage_machine_tokens", "machine", "Attaches tokens to machines and detaches them.", "tokens", "machines");
    public static final Action FETCH_AUTHENTICATION_ITEMS =
            right("fetch_authentication_items", "general", "Fetches what a machine needs for its log-ins.");
    public static final Action CONFIGWRITE = right("configwrite", "system", "Writes settings of the system.", "config");
    public static final Action CONFIGDELETE =
            right("configdelete", "system", "Deletes settings of the system.", "config");
    public static final Action CONFIGREAD = right(
            "configread",
            "system",
            "Reads what became of settings of the system; reading them as they are needs no right.",
            "config");
    public static final Action SYSTEM_DOCUMENTATION =
            right("system_documentation", "system", "Reads the report about the configuration.", "config");
    public static final Action POLICYWRITE = right("policywrite", "system", "Makes and changes policies.", "config");
    public static final Action POLICYDELETE = right("policydelete", "system", "Deletes policies.", "config");
    public static final Action POLICYREAD = right("policyread", "system", "Reads policies.", "config");
    public static final Action RESOLVERWRITE =
            right("resolverwrite", "system", "Makes and changes resolvers and realms.", "config");
    public static final Action RESOLVERDELETE =
            right("resolverdelete", "system", "Deletes resolvers and realms.", "config");
    public static final Action RESOLVERREAD = right("resolverread", "system", "Reads resolvers.");
    public static final Action CACONNECTORWRITE =
            right("caconnectorwrite", "system", "Makes and changes CA connectors.", "config");
    public static final Action CACONNECTORDELETE =
            right("caconnectordelete", "system", "Deletes CA connectors.", "config");
    public static final Action CACONNECTORREAD = right("caconnectorread", "system", "Reads CA connectors.", "config");
    public static final Action MRESOLVERWRITE =
            right("mresolverwrite", "system", "Makes and changes resolvers of machines.", "config");
    public static final Action MRESOLVERDELETE =
            right("mresolverdelete", "system", "Deletes resolvers of machines.", "config");
    public static final Action MRESOLVERREAD =
            right("mresolverread", "system", "Reads resolvers of machines.", "config");
    public static final Action SMTPSERVER_WRITE =
            right("smtpserver_write", "system", "Makes, changes, tries and deletes mail servers.", "config");
    public static final Action SMTPSERVER_READ = right("smtpserver_read", "system", "Reads mail servers.", "config");
    public static final Action RADIUSCLIENT_WRITE =
            right("radiusclient_write", "system", "Makes, changes and deletes RADIUS clients.", "config");
    public static final Action RADIUSCLIENT_READ =
            right("radiusclient_read", "system", "Reads RADIUS clients.", "config");
    public static final Action RADIUSSERVER_WRITE =
            right("radiusserver_write", "system", "Makes, changes, tries and deletes RADIUS servers.", "config");
    public static final Action RADIUSSERVER_READ =
            right("radiusserver_read", "system", "Reads RADIUS servers.", "config");
    public static final Action EDUMFASERVER_WRITE =
            right("edumfaserver_write", "system", "Makes, changes, tries and deletes remote servers.", "config");
    public static final Action EDUMFASERVER_READ =
            right("edumfaserver_read", "system", "Reads remote servers.", "config");
    public static final Action PERIODICTASK_WRITE =
            right("periodictask_write", "system", "Makes, changes and deletes periodic tasks.", "config");
    public static final Action PERIODICTASK_READ =
            right("periodictask_read", "system", "Reads periodic tasks.", "config");
    public static final Action EVENTHANDLING_WRITE =
            right("eventhandling_write", "system", "Makes, changes and deletes event handlers.", "config");
    public static final Action EVENTHANDLING_READ =
            right("eventhandling_read", "system", "Reads event handlers.", "config");
    public static final Action SMSGATEWAY_WRITE =
            right("smsgateway_write", "system", "Makes, changes and deletes SMS gateways.", "config");
    public static final Action SMSGATEWAY_READ = right("smsgateway_read", "system", "Reads SMS gateways.", "config");
    public static final Action AUDITLOG_DOWNLOAD =
            right("auditlog_download", "system", "Downloads the audit as a file.", "audit");
    public static final Action EVENTS_READ = right(
            "events_read",
            "system",
            "Reads what has happened, all of it and from everywhere, as other systems do.",
            "audit");
    public static final Action FEED_WRITE = right(
            "feed_write",
            "system",
            "Makes, changes and deletes feeds of facts to other systems, and has facts sent again.",
            "config");
    public static final Action FEED_READ =
            right("feed_read", "system", "Reads feeds and how far they have come.", "config");
    public static final Action SET_HSM_PASSWORD =
            right("set_hsm_password", "system", "Opens the hardware security module with its password.");
    public static final Action STATISTICS_READ = right("statistics_read", "system", "Reads statistics.");
    public static final Action STATISTICS_DELETE = right("statistics_delete", "system", "Deletes statistics.");
    public static final Action CLIENTTYPE =
            right("clienttype", "system", "Lists the applications that log-ins came from.", "components");
    public static final Action MANAGESUBSCRIPTION =
            right("managesubscription", "system", "Hands in, reads and deletes subscriptions.", "components");
    public static final Action TOKENGROUP_LIST =
            right("tokengroup_list", "tokengroup", "Lists token groups.", "config");
    public static final Action TOKENGROUP_ADD =
            right("tokengroup_add", "tokengroup", "Makes and changes token groups.", "config");
    public static final Action TOKENGROUP_DELETE =
            right("tokengroup_delete", "tokengroup", "Deletes token groups.", "config");
    public static final Action SERVICEID_LIST = right("serviceid_list", "service ID", "Lists service ids.", "config");
    public static final Action SERVICEID_ADD =
            right("serviceid_add", "service ID", "Makes and changes service ids.", "config");
    public static final Action SERVICEID_DELETE =
            right("serviceid_delete", "service ID", "Deletes service ids.", "config");

    public static final Action ENABLE = SharedActions.ENABLE.in(Scope.ADMIN);
    public static final Action DISABLE = SharedActions.DISABLE.in(Scope.ADMIN);
    public static final Action DELETE = SharedActions.DELETE.in(Scope.ADMIN);
    public static final Action UNASSIGN = SharedActions.UNASSIGN.in(Scope.ADMIN);
    public static final Action RESYNC = SharedActions.RESYNC.in(Scope.ADMIN);
    public static final Action REVOKE = SharedActions.REVOKE.in(Scope.ADMIN);
    public static final Action RESET = SharedActions.RESET.in(Scope.ADMIN);
    public static final Action SETDESCRIPTION = SharedActions.SETDESCRIPTION.in(Scope.ADMIN);
    public static final Action ASSIGN = SharedActions.ASSIGN.in(Scope.ADMIN);
    public static final Action SETPIN = SharedActions.SETPIN.in(Scope.ADMIN);
    public static final Action SETRANDOMPIN = SharedActions.SETRANDOMPIN.in(Scope.ADMIN);
    public static final Action ENROLLPIN = SharedActions.ENROLLPIN.in(Scope.ADMIN);
    public static final Action AUDITLOG = SharedActions.AUDITLOG.in(Scope.ADMIN);
    public static final Action USERLIST = SharedActions.USERLIST.in(Scope.ADMIN);
    public static final Action UPDATEUSER = SharedActions.UPDATEUSER.in(Scope.ADMIN);
    public static final Action AUDITLOG_AGE = SharedActions.AUDITLOG_AGE.in(Scope.ADMIN);
    public static final Action HIDE_AUDIT_COLUMNS = SharedActions.HIDE_AUDIT_COLUMNS.in(Scope.ADMIN);
    public static final Action HIDE_TOKENINFO = SharedActions.HIDE_TOKENINFO.in(Scope.ADMIN);
    public static final Action SET_CUSTOM_USER_ATTRIBUTES = SharedActions.SET_CUSTOM_USER_ATTRIBUTES.in(Scope.ADMIN);
    public static final Action DELETE_CUSTOM_USER_ATTRIBUTES =
            SharedActions.DELETE_CUSTOM_USER_ATTRIBUTES.in(Scope.ADMIN);
    public static final Action OTP_PIN_MAXLENGTH = SharedActions.OTP_PIN_MAXLENGTH.in(Scope.ADMIN);
    public static final Action OTP_PIN_MINLENGTH = SharedActions.OTP_PIN_MINLENGTH.in(Scope.ADMIN);
    public static final Action OTP_PIN_CONTENTS = SharedActions.OTP_PIN_CONTENTS.in(Scope.ADMIN);
    public static final Action OTP_PIN_SET_RANDOM = SharedActions.OTP_PIN_SET_RANDOM.in(Scope.ADMIN);

    private AdminActions() {}

    /** See {@link SharedActions#enrol}. */
    public static Action enrol(String type) {
        return SharedActions.enrol(type).in(Scope.ADMIN);
    }

    static List<Action> all() {
        return ACTIONS.actions();
    }

    private static Action right(String name, String group, String description, String... menus) {
        return ACTIONS.flag(name).group(group).menus(menus).does(description);
    }
}
