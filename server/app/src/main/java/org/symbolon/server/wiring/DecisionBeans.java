package org.symbolon.server.wiring;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;
import org.symbolon.command.apikey.ApiKeyCommands;
import org.symbolon.command.auth.PinEvidence;
import org.symbolon.command.auth.RevocationCommands;
import org.symbolon.command.caconnector.CaConnectorCommands;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.TypeCallCommands;
import org.symbolon.command.effect.EffectCommands;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.eventcounter.Counters;
import org.symbolon.command.eventcounter.EventCounterCommands;
import org.symbolon.command.monitoring.MonitoringCommands;
import org.symbolon.command.monitoring.Statistics;
import org.symbolon.command.periodictask.TaskRunCommands;
import org.symbolon.command.radiusserver.RadiusServerCommands;
import org.symbolon.command.remoteserver.RemoteServerCommands;
import org.symbolon.command.resolver.ResolverCommands;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.serviceid.ServiceidCommands;
import org.symbolon.command.smtpserver.SmtpServerCommands;
import org.symbolon.command.subscription.SubscriptionCommands;
import org.symbolon.command.token.AuthItemCommands;
import org.symbolon.command.token.ImportCommands;
import org.symbolon.command.token.TokenGroupCommands;
import org.symbolon.command.tokengroup.TokengroupCommands;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.PasswordResetCommands;
import org.symbolon.command.user.RecoveryCodes;
import org.symbolon.command.user.UserDirectory;

/** What decides, and what it decides with. */
final class DecisionBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(ApiKeyCommands.class);
        registry.registerBean(AuthItemCommands.class);
        registry.registerBean(CaConnectorCommands.class);
        registry.registerBean(Challenges.class);
        registry.registerBean(Counters.class);
        registry.registerBean(CustomAttributes.class);
        registry.registerBean(EffectCommands.class);
        registry.registerBean(Effects.class);
        registry.registerBean(EventCounterCommands.class);
        registry.registerBean(ImportCommands.class);
        registry.registerBean(MonitoringCommands.class);
        registry.registerBean(PasswordResetCommands.class);
        registry.registerBean(PinEvidence.class);
        registry.registerBean(PinVerifier.class);
        registry.registerBean(RadiusServerCommands.class);
        registry.registerBean(RecoveryCodes.class);
        registry.registerBean(RemoteServerCommands.class);
        registry.registerBean(ResolverCommands.class);
        registry.registerBean(RevocationCommands.class);
        registry.registerBean(ServiceidCommands.class);
        registry.registerBean(SmtpServerCommands.class);
        registry.registerBean(Statistics.class);
        registry.registerBean(SubscriptionCommands.class);
        registry.registerBean(TaskRunCommands.class);
        registry.registerBean(TokenGroupCommands.class);
        registry.registerBean(TokengroupCommands.class);
        registry.registerBean(TypeCallCommands.class);
        registry.registerBean(UserDirectory.class);
    }
}
