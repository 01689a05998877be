package org.symbolon.server.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.resolver.ResolverProjection;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.projections.token.TokenCounterProjection;
import org.symbolon.projections.token.TokenProjection;
import org.symbolon.projections.tokengroup.TokengroupProjection;
import org.symbolon.query.admin.AdminQueries;
import org.symbolon.query.audit.AuditQueries;
import org.symbolon.query.history.EventQueries;
import org.symbolon.query.history.HistoryQueries;
import org.symbolon.query.history.HistoryRows;
import org.symbolon.query.history.PastModels;
import org.symbolon.query.policy.PolicyQueries;
import org.symbolon.query.token.PastTokenQueries;
import org.symbolon.query.token.TokenLists;
import org.symbolon.query.token.TokenQueries;
import org.symbolon.server.eventstore.EventReader;

/** Wires the query side. Its transactions know JPA; those of commands do not, which makes them faster. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EntityScan("org.symbolon.projections")
public class QueryConfiguration {

    @Bean
    QueryBus queryBus() {
        return SimpleQueryBus.builder().build();
    }

    @Bean
    QueryDispatcher queryDispatcher(QueryGateway gateway) {
        return new QueryDispatcher(gateway);
    }

    @Bean
    @Qualifier("queries")
    JpaTransactionManager queryTransactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    @Bean
    TokenLists tokenLists(
            EntityManager entities, JdbcOperations jdbc, @Qualifier("queries") JpaTransactionManager transactions) {
        return new TokenLists(entities, jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    TokenQueries tokenQueries(TokenLists lists, TrailingModels trailing) {
        return new TokenQueries(lists, trailing);
    }

    @Bean
    PastTokenQueries pastTokenQueries(
            TokenLists lists,
            JdbcOperations jdbc,
            @Qualifier("queries") JpaTransactionManager transactions,
            EventReader events,
            Configuration configuration,
            ConfigProjection settings,
            ResolverProjection resolvers,
            RealmProjection realms,
            TokenProjection tokens,
            TokenCounterProjection counters,
            TokengroupProjection groups) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_NOT_SUPPORTED);
        PastModels past = new PastModels(
                jdbc,
                transactions,
                (until, consumer) -> events.until(until, apart, consumer),
                configuration.parameterResolverFactory(),
                List.of(settings, resolvers, realms, tokens, counters, groups));
        return new PastTokenQueries(past, lists);
    }

    @Bean
    HistoryQueries historyQueries(JdbcOperations jdbc) {
        return new HistoryQueries(jdbc);
    }

    @Bean
    PolicyQueries policyQueries(JdbcOperations jdbc) {
        return new PolicyQueries(new HistoryRows(jdbc));
    }

    @Bean
    EventQueries eventQueries(JdbcOperations jdbc, @Qualifier("queries") JpaTransactionManager transactions) {
        return new EventQueries(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    AuditQueries auditQueries(JdbcOperations jdbc, TrailingModels trailing) {
        return new AuditQueries(jdbc, trailing);
    }

    @Bean
    AdminQueries adminQueries(EntityManager entities) {
        return new AdminQueries(entities);
    }
}
