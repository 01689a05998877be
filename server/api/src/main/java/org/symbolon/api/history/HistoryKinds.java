package org.symbolon.api.history;

import static org.symbolon.query.history.Reading.endingWith;
import static org.symbolon.query.history.Reading.without;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.symbolon.command.admin.Admin;
import org.symbolon.command.apikey.ApiKey;
import org.symbolon.command.caconnector.CaConnector;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.feed.Feed;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.monitoring.Statistic;
import org.symbolon.command.policy.Policy;
import org.symbolon.command.radiusclient.RadiusClientDefinition;
import org.symbolon.command.radiusserver.RadiusServer;
import org.symbolon.command.realm.Realm;
import org.symbolon.command.realm.RealmCommands;
import org.symbolon.command.remoteserver.RemoteServer;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.serviceid.Serviceid;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smtpserver.SmtpServer;
import org.symbolon.command.subscription.Subscription;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokengroup.Tokengroup;
import org.symbolon.events.admin.AdminEvent;
import org.symbolon.events.admin.AdminRemoved;
import org.symbolon.events.apikey.ApiKeyEvent;
import org.symbolon.events.apikey.ApiKeyRevoked;
import org.symbolon.events.caconnector.CaConnectorDeleted;
import org.symbolon.events.caconnector.CaConnectorEvent;
import org.symbolon.events.caconnector.CaConnectorReconfigured;
import org.symbolon.events.config.ConfigEvent;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.eventhandler.EventHandlerDeleted;
import org.symbolon.events.eventhandler.EventHandlerDisabled;
import org.symbolon.events.eventhandler.EventHandlerEnabled;
import org.symbolon.events.eventhandler.EventHandlerEvent;
import org.symbolon.events.feed.FeedDeleted;
import org.symbolon.events.feed.FeedEvent;
import org.symbolon.events.feed.FeedReconfigured;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.machineresolver.MachineResolverEvent;
import org.symbolon.events.machineresolver.MachineResolverReconfigured;
import org.symbolon.events.monitoring.MonitoringEvent;
import org.symbolon.events.periodictask.PeriodicTaskDeleted;
import org.symbolon.events.periodictask.PeriodicTaskDisabled;
import org.symbolon.events.periodictask.PeriodicTaskEnabled;
import org.symbolon.events.periodictask.PeriodicTaskEvent;
import org.symbolon.events.periodictask.PeriodicTaskRan;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyDisabled;
import org.symbolon.events.policy.PolicyEnabled;
import org.symbolon.events.policy.PolicyEvent;
import org.symbolon.events.radiusclient.RadiusClientDeleted;
import org.symbolon.events.radiusclient.RadiusClientEvent;
import org.symbolon.events.radiusserver.RadiusServerDeleted;
import org.symbolon.events.radiusserver.RadiusServerEvent;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.realm.RealmEvent;
import org.symbolon.events.remoteserver.RemoteServerDeleted;
import org.symbolon.events.remoteserver.RemoteServerEvent;
import org.symbolon.events.resolver.ResolverDeleted;
import org.symbolon.events.resolver.ResolverEvent;
import org.symbolon.events.resolver.ResolverReconfigured;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidEvent;
import org.symbolon.events.smsgateway.SmsGatewayDeleted;
import org.symbolon.events.smsgateway.SmsGatewayEvent;
import org.symbolon.events.smsgateway.SmsGatewayHeaderRemoved;
import org.symbolon.events.smsgateway.SmsGatewayOptionRemoved;
import org.symbolon.events.smtpserver.SmtpServerDeleted;
import org.symbolon.events.smtpserver.SmtpServerEvent;
import org.symbolon.events.subscription.SubscriptionDeleted;
import org.symbolon.events.subscription.SubscriptionEvent;
import org.symbolon.events.subscription.SubscriptionRenewed;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.events.tokengroup.TokengroupEvent;
import org.symbolon.query.history.Reading;
import org.symbolon.query.history.RecordFields;
import org.symbolon.query.monitoring.StatisticReading;
import org.symbolon.query.token.TokenReading;

/**
 * Everything that has a history: how an id leads to events, how these read, and what the fields are called on the wire. A
 * new kind is a line here, or is handed in where somebody must be asked for its things.
 */
final class HistoryKinds {

    private static final String ACTIVE = "active";
    private static final String DEFAULT = "default";
    private static final String ENTRIES = "entries";

    private static final List<HistoryKind> BY_ID = List.of(
            HistoryKind.of(
                    "admin", AdminEvent.class, Admin::idOf, endingWith(AdminRemoved.class), "passwordHash password"),
            HistoryKind.of("apikey", ApiKeyEvent.class, ApiKey::idOf, endingWith(ApiKeyRevoked.class), "keyId id"),
            HistoryKind.of(
                    "caconnector",
                    CaConnectorEvent.class,
                    CaConnector.KIND::idOf,
                    endingWith(CaConnectorDeleted.class).adding(CaConnectorReconfigured.class, ENTRIES),
                    "name connectorname, number -, entries data"),
            HistoryKind.of(
                    "edumfaserver",
                    RemoteServerEvent.class,
                    RemoteServer.KIND::idOf,
                    endingWith(RemoteServerDeleted.class),
                    "number id"),
            HistoryKind.of(
                    "event",
                    EventHandlerEvent.class,
                    number -> "eventhandler/" + number,
                    endingWith(EventHandlerDeleted.class)
                            .setting(EventHandlerEnabled.class, ACTIVE, true)
                            .setting(EventHandlerDisabled.class, ACTIVE, false),
                    "handlerId id, events event, module handlermodule"),
            HistoryKind.of(
                    "feed",
                    FeedEvent.class,
                    Feed.KIND::idOf,
                    endingWith(FeedDeleted.class).adding(FeedReconfigured.class, ENTRIES),
                    "number id, entries options"),
            HistoryKind.of(
                    "machineresolver",
                    MachineResolverEvent.class,
                    MachineResolver.KIND::idOf,
                    endingWith(MachineResolverDeleted.class).adding(MachineResolverReconfigured.class, ENTRIES),
                    "name resolvername, number -, entries data"),
            HistoryKind.of(
                    "periodictask",
                    PeriodicTaskEvent.class,
                    number -> "periodictask/" + number,
                    endingWith(PeriodicTaskDeleted.class)
                            .setting(PeriodicTaskEnabled.class, ACTIVE, true)
                            .setting(PeriodicTaskDisabled.class, ACTIVE, false)
                            .only(event -> !(event instanceof PeriodicTaskRan)),
                    "taskId id, module taskmodule"),
            HistoryKind.of(
                    "monitoring",
                    MonitoringEvent.class,
                    Statistic::idOf,
                    StatisticReading.reading(),
                    "count values, " + StatisticReading.MOMENTS + " -"),
            HistoryKind.of(
                            "policy",
                            PolicyEvent.class,
                            Policy::idOf,
                            endingWith(PolicyDeleted.class)
                                    .setting(PolicyEnabled.class, ACTIVE, true)
                                    .setting(PolicyDisabled.class, ACTIVE, false),
                            "policyId -, actions action, realms realm, adminRealms adminrealm, adminUsers adminuser,"
                                    + " resolvers resolver, nodes edumfanode, users user, clients client")
                    .with("actions", Forms::actions)
                    .with("conditions", Forms::conditions),
            HistoryKind.of(
                            "radiusclient",
                            RadiusClientEvent.class,
                            RadiusClientDefinition.KIND::idOf,
                            endingWith(RadiusClientDeleted.class),
                            "number -, signatureRequired require_ma")
                    .with("transport", Forms::word),
            HistoryKind.of(
                    "radiusserver",
                    RadiusServerEvent.class,
                    RadiusServer.KIND::idOf,
                    endingWith(RadiusServerDeleted.class),
                    "number -," + " authenticatorEnforced enforce_ma"),
            new HistoryKind(
                    "realm",
                    RealmEvent.class,
                    (name, request) -> new Trail(
                            List.of(Realm.idOf(RealmCommands.normalised(name))), List.of(SystemConfig.ID), realms()),
                    FieldNames.parse("realmId id, resolvers resolver").with("resolvers", Forms::members)),
            HistoryKind.of(
                    "resolver",
                    ResolverEvent.class,
                    Resolver.KIND::idOf,
                    endingWith(ResolverDeleted.class).adding(ResolverReconfigured.class, ENTRIES),
                    "name resolvername, resolverId -, entries data"),
            HistoryKind.of(
                    "serviceid",
                    ServiceidEvent.class,
                    Serviceid.KIND::idOf,
                    endingWith(ServiceidDeleted.class),
                    "number id"),
            HistoryKind.of(
                    "smsgateway",
                    SmsGatewayEvent.class,
                    SmsGateway.KIND::idOf,
                    endingWith(SmsGatewayDeleted.class)
                            .where(
                                    SmsGatewayOptionRemoved.class,
                                    (fields, event) ->
                                            fields.put("options", without(fields.get("options"), event.key())))
                            .where(
                                    SmsGatewayHeaderRemoved.class,
                                    (fields, event) ->
                                            fields.put("headers", without(fields.get("headers"), event.key()))),
                    "identifier name, number id, provider providermodule"),
            HistoryKind.of(
                    "smtpserver",
                    SmtpServerEvent.class,
                    SmtpServer.KIND::idOf,
                    endingWith(SmtpServerDeleted.class),
                    "number -, queued enqueue_job, signerCertificates certificate, signerKey private_key,"
                            + " signatureRequired dont_send_on_error"),
            HistoryKind.of(
                    "subscription",
                    SubscriptionEvent.class,
                    Subscription.KIND::idOf,
                    endingWith(SubscriptionDeleted.class).leaving(SubscriptionRenewed.class),
                    "number id"),
            new HistoryKind(
                    "system",
                    ConfigEvent.class,
                    (key, request) -> new Trail(
                            List.of(SystemConfig.ID),
                            List.of(),
                            endingWith(SettingDeleted.class).only(event -> isOf(key, event))),
                    FieldNames.parse("entry value")),
            HistoryKind.of(
                            "token",
                            TokenEvent.class,
                            Token::idOf,
                            TokenReading.reading(),
                            "tokenId id, type tokentype, otpLength otplen, seed otpkey, pinHash pin, failLimit maxfail,"
                                    + " failCount failcount, counter count, groups tokengroup, userPin user_pin,"
                                    + " officerPin so_pin")
                    .with("owner", Forms::owner),
            HistoryKind.of(
                    "tokengroup",
                    TokengroupEvent.class,
                    Tokengroup.KIND::idOf,
                    endingWith(TokengroupDeleted.class),
                    "number id"));

    private final SortedMap<String, HistoryKind> byName = new TreeMap<>();

    /**
     * Makes it.
     *
     * @param more kinds whose things somebody must be asked for
     */
    HistoryKinds(HistoryKind... more) {
        Stream.concat(BY_ID.stream(), Stream.of(more)).forEach(kind -> byName.put(kind.name(), kind));
    }

    Optional<HistoryKind> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<HistoryKind> all() {
        return byName.values();
    }

    /** That another realm becomes the default is told of the realm that is it no more, too. */
    private static Reading realms() {
        return endingWith(RealmDeleted.class)
                .where(RealmCreated.class, (fields, event) -> {
                    fields.putAll(RecordFields.of(event));
                    fields.put(DEFAULT, false);
                })
                .where(
                        DefaultRealmChanged.class,
                        (fields, event) -> fields.computeIfPresent(
                                DEFAULT, (name, old) -> Objects.equals(event.realm(), fields.get("name"))))
                .changingNothing(SettingStored.class)
                .changingNothing(SettingDeleted.class);
    }

    private static boolean isOf(String key, Object event) {
        return (event instanceof SettingStored stored && stored.key().equals(key))
                || (event instanceof SettingDeleted deleted && deleted.key().equals(key));
    }
}
