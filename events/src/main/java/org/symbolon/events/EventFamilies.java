package org.symbolon.events;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.events.admin.AdminEvent;
import org.symbolon.events.apikey.ApiKeyEvent;
import org.symbolon.events.audit.AuditEvent;
import org.symbolon.events.auth.AuthEvent;
import org.symbolon.events.caconnector.CaConnectorEvent;
import org.symbolon.events.challenge.ChallengeEvent;
import org.symbolon.events.config.ConfigEvent;
import org.symbolon.events.effect.EffectEvent;
import org.symbolon.events.eventcounter.EventCounterEvent;
import org.symbolon.events.eventhandler.EventHandlerEvent;
import org.symbolon.events.feed.FeedEvent;
import org.symbolon.events.machineresolver.MachineResolverEvent;
import org.symbolon.events.monitoring.MonitoringEvent;
import org.symbolon.events.periodictask.PeriodicTaskEvent;
import org.symbolon.events.periodictask.TaskNameEvent;
import org.symbolon.events.policy.PolicyEvent;
import org.symbolon.events.radiusclient.RadiusClientEvent;
import org.symbolon.events.radiusserver.RadiusServerEvent;
import org.symbolon.events.realm.RealmEvent;
import org.symbolon.events.remoteserver.RemoteServerEvent;
import org.symbolon.events.resolver.ResolverEvent;
import org.symbolon.events.serviceid.ServiceidEvent;
import org.symbolon.events.smsgateway.SmsGatewayEvent;
import org.symbolon.events.smtpserver.SmtpServerEvent;
import org.symbolon.events.subscription.SubscriptionEvent;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.token.UniqueValueEvent;
import org.symbolon.events.tokengroup.TokengroupEvent;
import org.symbolon.events.user.PasswordResetEvent;
import org.symbolon.events.user.UserAttributeEvent;

/** Every event there is, by its stored name. A new family of events is added here and nowhere else. */
public final class EventFamilies {

    private static final List<Class<?>> FAMILIES = List.of(
            AdminEvent.class,
            ApiKeyEvent.class,
            AuditEvent.class,
            AuthEvent.class,
            CaConnectorEvent.class,
            ChallengeEvent.class,
            ConfigEvent.class,
            EffectEvent.class,
            EventCounterEvent.class,
            EventHandlerEvent.class,
            FeedEvent.class,
            MachineResolverEvent.class,
            MonitoringEvent.class,
            PasswordResetEvent.class,
            PeriodicTaskEvent.class,
            PolicyEvent.class,
            RadiusClientEvent.class,
            RadiusServerEvent.class,
            RealmEvent.class,
            RemoteServerEvent.class,
            ResolverEvent.class,
            ServiceidEvent.class,
            SmsGatewayEvent.class,
            SmtpServerEvent.class,
            SubscriptionEvent.class,
            TaskNameEvent.class,
            TokenEvent.class,
            TokengroupEvent.class,
            UniqueValueEvent.class,
            UserAttributeEvent.class);

    private static final Map<String, Class<?>> BY_NAME = FAMILIES.stream()
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .collect(Collectors.toUnmodifiableMap(EventFamilies::nameOf, Function.identity()));

    private EventFamilies() {}

    /** All event classes by the name under which they are stored. */
    public static Map<String, Class<?>> byName() {
        return BY_NAME;
    }

    /** The sealed interfaces, each of which is all that can happen to one kind of things. */
    public static List<Class<?>> families() {
        return FAMILIES;
    }

    private static String nameOf(Class<?> event) {
        return event.getAnnotation(EventName.class).value();
    }
}
