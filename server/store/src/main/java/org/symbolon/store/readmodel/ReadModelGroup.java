package org.symbolon.store.readmodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Read models that can only be rebuilt together, because the rows of one refer to those of another. Each model is named
 * by its feature.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list and those in it are unmodifiable
public enum ReadModelGroup {
    ADMINISTRATORS(ReadModel.inline("admin", "admin")),
    POLICIES(ReadModel.inline("policy", "policy", "policycondition")),
    TOKENS(
            ReadModel.inline("config", "config"),
            ReadModel.inline("resolver", "resolver", "resolverconfig"),
            ReadModel.inline("realm", "realm", "resolverrealm"),
            ReadModel.inline("user", "customuserattribute"),
            new ReadModel(
                    "token",
                    ReadModel.Kind.MIXED,
                    List.of("token", "tokeninfo", "tokenowner", "tokenrealm", "token_counted", "token_count")),
            ReadModel.inline("tokengroup", "tokengroup", "tokentokengroup"),
            ReadModel.inline("challenge", "challenge"),
            ReadModel.inline("machineresolver", "machineresolver", "machineresolverconfig"),
            ReadModel.inline("machine", "machinetoken", "machinetokenoptions"),
            ReadModel.trailing("statistics", "statistics_change")),
    LOGINS(ReadModel.inline("auth", "jwt_blacklist", "authcache")),
    SERVICEIDS(ReadModel.inline("serviceid", "serviceid")),
    SMTP_SERVERS(ReadModel.inline("smtpserver", "smtpserver")),
    RADIUS_CLIENTS(ReadModel.inline("radiusclient", "radiusclient")),
    RADIUS_SERVERS(ReadModel.inline("radiusserver", "radiusserver")),
    REMOTE_SERVERS(ReadModel.inline("remoteserver", "edumfaserver")),
    SMS_GATEWAYS(ReadModel.inline("smsgateway", "smsgateway", "smsgatewayoption")),
    CA_CONNECTORS(ReadModel.inline("caconnector", "caconnector", "caconnectorconfig")),
    FEEDS(ReadModel.inline("feed", "feed", "feedoption")),
    ISSUED_CERTIFICATES(ReadModel.inline("issuedcertificate", "issuedcertificate")),
    PASSWORD_RESETS(ReadModel.inline("passwordreset", "passwordreset")),
    AUTOMATION(
            ReadModel.inline("eventhandler", "eventhandler", "eventhandleroption", "eventhandlercondition"),
            ReadModel.inline("periodictask", "periodictask", "periodictaskoption", "periodictasklastrun")),
    SUBSCRIPTIONS(ReadModel.inline("subscription", "subscription")),
    CLIENTS(ReadModel.trailing("client", "clientapplication", "client_tracking")),
    EVENT_COUNTERS(ReadModel.inline("eventcounter", "eventcounter")),
    EFFECTS(ReadModel.trailing("effect", "effect")),
    MONITORING(ReadModel.inline("monitoring", "monitoringstats")),
    AUDIT(ReadModel.trailing(
            "audit",
            "mfa_audit",
            "audit_head",
            "audit_checkpoint",
            "audit_count",
            "audit_client_count",
            "audit_statistic"));

    private final List<ReadModel> members;

    ReadModelGroup(ReadModel... members) {
        this.members = List.of(members);
    }

    public List<ReadModel> members() {
        return members;
    }

    /** The names by which people ask for them. */
    public List<String> models() {
        return members.stream().map(ReadModel::name).toList();
    }

    public List<String> tables() {
        return members.stream().flatMap(model -> model.tables().stream()).toList();
    }

    /** The group that holds this table. */
    public static ReadModelGroup holding(String table) {
        return Stream.of(values())
                .filter(group -> group.tables().contains(table))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The groups that hold these models, all of them when none is named.
     *
     * @throws IllegalArgumentException if a name is no model's
     */
    public static Set<ReadModelGroup> of(Collection<String> names) {
        Set<ReadModelGroup> groups = EnumSet.noneOf(ReadModelGroup.class);
        List<String> unknown = new ArrayList<>(names);
        for (ReadModelGroup group : values()) {
            if (unknown.removeAll(group.models()) || names.isEmpty()) {
                groups.add(group);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There is no read model " + String.join(", ", unknown));
        }
        return groups;
    }
}
