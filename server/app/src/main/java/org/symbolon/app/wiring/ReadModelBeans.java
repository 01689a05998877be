package org.symbolon.app.wiring;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.admin.AdminProjection;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.audit.AuditProjection;
import org.symbolon.projections.auth.CachedLoginProjection;
import org.symbolon.projections.auth.CachedLoginRows;
import org.symbolon.projections.auth.RevokedLoginProjection;
import org.symbolon.projections.caconnector.IssuedCertificateProjection;
import org.symbolon.projections.challenge.ChallengeProjection;
import org.symbolon.projections.challenge.ChallengeRows;
import org.symbolon.projections.client.ClientApplicationProjection;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.effect.EffectProjection;
import org.symbolon.projections.eventcounter.EventCounterProjection;
import org.symbolon.projections.eventhandler.EventHandlerProjection;
import org.symbolon.projections.machine.MachineTokenProjection;
import org.symbolon.projections.monitoring.MonitoringProjection;
import org.symbolon.projections.periodictask.PeriodicTaskProjection;
import org.symbolon.projections.policy.PolicyProjection;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.shared.PositionParameterResolverFactory;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.projections.shared.TrailingProgress;
import org.symbolon.projections.smsgateway.SmsGatewayOptionProjection;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.projections.token.TokenCountProjection;
import org.symbolon.projections.token.TokenCounterProjection;
import org.symbolon.projections.token.TokenProjection;
import org.symbolon.projections.tokengroup.TokengroupMemberProjection;
import org.symbolon.projections.user.PasswordResetProjection;
import org.symbolon.projections.user.UserAttributeProjection;
import org.symbolon.store.eventstore.EventNotifications;
import org.symbolon.store.readmodel.GroupedProjector;
import org.symbolon.store.readmodel.ReadModelGroup;

/** The projectors, each in the group that it is rebuilt with, and what reads their tables. Their order matters nowhere. */
final class ReadModelBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        group(registry, ReadModelGroup.ADMINISTRATORS, AdminProjection.class);
        group(registry, ReadModelGroup.POLICIES, PolicyProjection.class);
        group(
                registry,
                ReadModelGroup.TOKENS,
                ConfigProjection.class,
                RealmProjection.class,
                TokenProjection.class,
                TokenCounterProjection.class,
                TokenCountProjection.class,
                ChallengeProjection.class,
                MachineTokenProjection.class,
                TokengroupMemberProjection.class,
                UserAttributeProjection.class);
        group(registry, ReadModelGroup.LOGINS, RevokedLoginProjection.class, CachedLoginProjection.class);
        group(registry, ReadModelGroup.SMS_GATEWAYS, SmsGatewayOptionProjection.class);
        group(registry, ReadModelGroup.ISSUED_CERTIFICATES, IssuedCertificateProjection.class);
        group(registry, ReadModelGroup.PASSWORD_RESETS, PasswordResetProjection.class);
        group(registry, ReadModelGroup.AUTOMATION, EventHandlerProjection.class, PeriodicTaskProjection.class);
        group(registry, ReadModelGroup.CLIENTS, ClientApplicationProjection.class);
        group(registry, ReadModelGroup.EVENT_COUNTERS, EventCounterProjection.class);
        group(registry, ReadModelGroup.EFFECTS, EffectProjection.class);
        group(registry, ReadModelGroup.MONITORING, MonitoringProjection.class);
        group(registry, ReadModelGroup.AUDIT, AuditProjection.class, TrailingProgress.class);
        registry.registerBean(AuditChain.class);
        registry.registerBean(CachedLoginRows.class);
        registry.registerBean(CandidateRows.class);
        registry.registerBean(ChallengeRows.class);
        registry.registerBean(PositionParameterResolverFactory.class);
        registry.registerBean(
                TrailingModels.class,
                bean -> bean.supplier(context -> new TrailingModels(
                        context.bean(JdbcOperations.class),
                        TrailingModels.PATIENCE,
                        hurry(context.beanProvider(EventNotifications.class)))));
    }

    /** The notifications are not made before somebody waits, since what they wake reads these models. */
    private static Runnable hurry(ObjectProvider<EventNotifications> notifications) {
        return () -> notifications.getObject().hurry();
    }

    private static void group(BeanRegistry registry, ReadModelGroup group, Class<?>... projectors) {
        for (Class<?> projector : projectors) {
            registry.registerBean(projector);
            registry.registerBean(
                    GroupedProjector.class,
                    bean -> bean.supplier(context -> new GroupedProjector(group, context.bean(projector))));
        }
    }
}
