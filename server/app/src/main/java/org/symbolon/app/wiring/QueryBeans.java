package org.symbolon.app.wiring;

import java.util.function.Function;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.query.admin.AdminQueries;
import org.symbolon.query.audit.AuditQueries;
import org.symbolon.query.audit.AuditStatistics;
import org.symbolon.query.audit.AuditVerification;
import org.symbolon.query.challenge.ChallengeQueries;
import org.symbolon.query.client.ClientQueries;
import org.symbolon.query.definition.DefinitionQueries;
import org.symbolon.query.effect.EffectQueries;
import org.symbolon.query.eventcounter.EventCounterQueries;
import org.symbolon.query.history.Authenticity;
import org.symbolon.query.history.EventQueries;
import org.symbolon.query.history.HistoryQueries;
import org.symbolon.query.history.Vouching;
import org.symbolon.query.machine.MachineTokenQueries;
import org.symbolon.query.monitoring.MonitoringQueries;
import org.symbolon.query.monitoring.PastFigureQueries;
import org.symbolon.query.periodictask.PeriodicTaskQueries;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.smsgateway.SmsGatewayOptionQueries;
import org.symbolon.query.token.SealedTokenQueries;
import org.symbolon.query.token.SingleTokenQueries;
import org.symbolon.query.token.TokenWalkQueries;
import org.symbolon.query.user.PasswordResetQueries;
import org.symbolon.query.user.UserAttributeQueries;

/** What of the query side commands need as well. What is made of entities has {@link QueryConfiguration.OfAServer}. */
final class QueryBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(AdminQueries.class);
        registry.registerBean(AuditQueries.class);
        registry.registerBean(AuditStatistics.class);
        registry.registerBean(AuditVerification.class);
        registry.registerBean(ChallengeQueries.class);
        registry.registerBean(ClientQueries.class);
        registry.registerBean(DefinitionQueries.class);
        registry.registerBean(EffectQueries.class);
        registry.registerBean(EventCounterQueries.class);
        registry.registerBean(MachineTokenQueries.class);
        registry.registerBean(MonitoringQueries.class);
        registry.registerBean(PasswordResetQueries.class);
        registry.registerBean(PastFigureQueries.class);
        registry.registerBean(QueryDispatcher.class);
        registry.registerBean(SealedTokenQueries.class);
        registry.registerBean(SingleTokenQueries.class);
        registry.registerBean(SmsGatewayOptionQueries.class);
        registry.registerBean(TokenWalkQueries.class);
        registry.registerBean(UserAttributeQueries.class);
        inTransactions(
                registry,
                EventQueries.class,
                context -> new EventQueries(jdbc(context), transactions(context), context.bean(Authenticity.class)));
        inTransactions(
                registry,
                HistoryQueries.class,
                context -> new HistoryQueries(jdbc(context), transactions(context), context.bean(Vouching.class)));
        inTransactions(
                registry,
                PeriodicTaskQueries.class,
                context -> new PeriodicTaskQueries(
                        jdbc(context), context.bean(QueryTransactions.class).manager()));
    }

    private static <T> void inTransactions(BeanRegistry registry, Class<T> type, Function<SupplierContext, T> maker) {
        registry.registerBean(type, bean -> bean.supplier(maker));
    }

    private static JdbcOperations jdbc(SupplierContext context) {
        return context.bean(JdbcOperations.class);
    }

    private static TransactionTemplate transactions(SupplierContext context) {
        return context.bean(QueryTransactions.class).template();
    }
}
