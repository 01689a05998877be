package org.symbolon.app.wiring;

import java.util.List;
import java.util.Map;
import org.symbolon.command.admin.Admin;
import org.symbolon.command.apikey.ApiKey;
import org.symbolon.command.auth.LoginTally;
import org.symbolon.command.auth.RevokedLogin;
import org.symbolon.command.caconnector.CaConnector;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.eventcounter.EventCounter;
import org.symbolon.command.eventhandler.EventHandler;
import org.symbolon.command.feed.Feed;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.monitoring.Statistic;
import org.symbolon.command.periodictask.PeriodicTask;
import org.symbolon.command.periodictask.TaskName;
import org.symbolon.command.policy.Policy;
import org.symbolon.command.radiusclient.RadiusClientDefinition;
import org.symbolon.command.radiusserver.RadiusServer;
import org.symbolon.command.realm.Realm;
import org.symbolon.command.remoteserver.RemoteServer;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.serviceid.Serviceid;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smtpserver.SmtpServer;
import org.symbolon.command.subscription.Subscription;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.UniqueValue;
import org.symbolon.command.tokengroup.Tokengroup;
import org.symbolon.command.user.PasswordReset;
import org.symbolon.command.user.UserAttributes;

/** All aggregates that there are. */
final class Aggregates {

    static final List<Class<?>> ALL = List.of(
            Admin.class,
            ApiKey.class,
            CaConnector.class,
            ChallengeTransaction.class,
            EventCounter.class,
            EventHandler.class,
            Feed.class,
            LoginTally.class,
            MachineResolver.class,
            PasswordReset.class,
            PeriodicTask.class,
            PlannedEffect.class,
            Policy.class,
            RadiusClientDefinition.class,
            RadiusServer.class,
            Realm.class,
            RemoteServer.class,
            Resolver.class,
            RevokedLogin.class,
            Serviceid.class,
            SmsGateway.class,
            SmtpServer.class,
            Statistic.class,
            Subscription.class,
            SystemConfig.class,
            TaskName.class,
            Token.class,
            Tokengroup.class,
            UniqueValue.class,
            UserAttributes.class);

    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final long BYTES_OF_A_TOKEN = 1_600;
    private static final long BYTES_OF_A_CHALLENGE = 2_000;

    /**
     * How many of each are kept in memory, as far as that has room for them. Cached are only those that every decision appends to: a stale copy of them ends in
     * a conflict. All others are decided on rarely, and perhaps with no event at all, so they are always as they are stored.
     */
    static final Map<Class<?>, Long> CACHED = Map.of(
            Token.class, Math.min(200_000, HEAP / 3 / BYTES_OF_A_TOKEN),
            ChallengeTransaction.class, Math.min(20_000, HEAP / 16 / BYTES_OF_A_CHALLENGE));

    private Aggregates() {}
}
