package org.symbolon.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.symbolon.command.eventhandler.port.HandlerLookups;
import org.symbolon.command.remoteserver.port.RemotePaths;
import org.symbolon.command.smsgateway.port.TokenEntries;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.connectors.eventhandler.HttpFederation;
import org.symbolon.connectors.eventhandler.HttpWebHooks;
import org.symbolon.connectors.eventhandler.NotificationFolder;
import org.symbolon.connectors.eventhandler.ScriptFolder;
import org.symbolon.connectors.firebase.FirebaseSender;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.WaitingRoom;
import org.symbolon.connectors.sms.ProviderSmsSender;
import org.symbolon.connectors.smtp.MailPageFolder;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.reactions.caconnector.UpkeepClock;
import org.symbolon.reactions.effect.Outbox;
import org.symbolon.reactions.effect.OutboxTimes;
import org.symbolon.reactions.effect.PlannedHere;
import org.symbolon.reactions.eventhandler.HappenedClock;
import org.symbolon.reactions.eventhandler.HappenedDeeds;
import org.symbolon.reactions.eventhandler.HappenedFacts;
import org.symbolon.reactions.eventhandler.HappenedHere;
import org.symbolon.reactions.eventhandler.HappenedTurns;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings;
import org.symbolon.reactions.periodictask.TaskClock;

/** Wires what carries out effects. The command line plans them like the server, and leaves them to it. */
@Configuration(proxyBeanMethods = false)
class ReactionConfiguration {

    @Bean
    MailPageFolder mailPages(@Value("${symbolon.template-directory:/etc/edumfa/templates}") Path templates) {
        return new MailPageFolder(templates);
    }

    @Bean
    ProviderSmsSender smsSender(
            Mailer mailer,
            MailServers mailServers,
            TokenEntries entries,
            @Value("${symbolon.sms-script-directory:/etc/edumfa/scripts}") Path scripts,
            AddressGuard guard) {
        return new ProviderSmsSender(mailer, mailServers, entries, scripts, guard);
    }

    @Bean
    FirebaseSender pushSender(
            Clock clock,
            @Value("${symbolon.firebase-directory:/etc/edumfa}") Path accounts,
            @Value("${symbolon.firebase-url:https://fcm.googleapis.com}") String address,
            @Value("${symbolon.firebase-timeout:5s}") Duration patience,
            AddressGuard guard) {
        return new FirebaseSender(accounts, address, patience, clock, guard);
    }

    @Bean
    ScriptFolder handlerScripts(
            @Value("${symbolon.script-directory:/etc/edumfa/scripts}") Path scripts,
            @Value("${symbolon.script-timeout:30s}") Duration patience) {
        return new ScriptFolder(scripts, patience);
    }

    @Bean
    NotificationFolder notificationFiles(
            @Value("${symbolon.notification-directory:/var/lib/edumfa/notifications}") Path folder) {
        return new NotificationFolder(folder);
    }

    @Bean
    HttpWebHooks webHooks(BoundedHttp http) {
        return new HttpWebHooks(http, HttpWebHooks.PATIENCE);
    }

    @Bean
    HttpFederation federatedServers(RemotePaths servers, BoundedHttp http, WaitingRoom room) {
        return new HttpFederation(servers, http, room, HttpFederation.PATIENCE);
    }

    @Bean
    OutboxTimes outboxTimes(
            @Value("${symbolon.effects.pause:1s}") Duration pause,
            @Value("${symbolon.effects.patience:2m}") Duration patience,
            @Value("${symbolon.effects.farewell:8s}") Duration farewell) {
        return new OutboxTimes(pause, patience, farewell);
    }

    /** Only where the server runs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Import({
        HappenedClock.class,
        HappenedDeeds.class,
        HappenedTurns.class,
        Outbox.class,
        PlannedHere.class,
        TaskClock.class,
        UpkeepClock.class
    })
    static class AtWork {

        @Bean
        HappenedHere happenedHere(
                Supplier<ConfigurationView> configuration, UntoldHappenings untold, HappenedTurns turns) {
            return HappenedHere.tellingIt(configuration, untold, turns);
        }

        @Bean
        HappenedFacts happenedFacts(
                HandlerLookups lookups, QueryDispatcher queries, @Value("${symbolon.url:}") String url) {
            return new HappenedFacts(lookups, queries, url);
        }
    }

    /** Only where a command runs by itself. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnNotWebApplication
    static class AtCommands {

        @Bean
        HappenedHere happenedHere(Supplier<ConfigurationView> configuration, UntoldHappenings untold) {
            return HappenedHere.leavingItToServers(configuration, untold);
        }
    }
}
