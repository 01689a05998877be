package org.symbolon.server.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Stream;
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
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.eventhandler.EventHandlerProjection;
import org.symbolon.projections.periodictask.PeriodicTaskProjection;
import org.symbolon.projections.policy.PolicyProjection;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.resolver.ResolverTable;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.projections.token.TokenCounterProjection;
import org.symbolon.projections.token.TokenProjection;
import org.symbolon.projections.tokengroup.TokengroupMemberProjection;
import org.symbolon.projections.tokengroup.TokengroupTable;
import org.symbolon.query.admin.AdminQueries;
import org.symbolon.query.audit.AuditQueries;
import org.symbolon.query.config.PastConfigurationQueries;
import org.symbolon.query.history.EventQueries;
import org.symbolon.query.history.HistoryQueries;
import org.symbolon.query.history.PastModels;
import org.symbolon.query.history.StoredEvents;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.token.PastTokenQueries;
import org.symbolon.query.token.SealedTokenQueries;
import org.symbolon.query.token.SingleTokenQueries;
import org.symbolon.query.token.TokenLists;
import org.symbolon.query.token.TokenQueries;
import org.symbolon.server.eventstore.EventReader;
import org.symbolon.server.readmodel.ReadModelGroup;

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
    SingleTokenQueries singleTokenQueries(JdbcOperations jdbc, TrailingModels trailing) {
        return new SingleTokenQueries(jdbc, trailing);
    }

    @Bean
    SealedTokenQueries sealedTokenQueries(JdbcOperations jdbc, TrailingModels trailing) {
        return new SealedTokenQueries(jdbc, trailing);
    }

    /** Stored events for those who look at the past, read beside the transaction that they look at it in. */
    @Bean
    StoredEvents pastEvents(EventReader events, @Qualifier("queries") JpaTransactionManager transactions) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_NOT_SUPPORTED);
        return (until, names, consumer) -> events.until(until, names, apart, consumer);
    }

    @Bean
    PastTokenQueries pastTokenQueries(
            TokenLists lists,
            JdbcOperations jdbc,
            @Qualifier("queries") JpaTransactionManager transactions,
            StoredEvents events,
            Configuration configuration,
            ConfigProjection settings,
            RealmProjection realms,
            TokenProjection tokens,
            TokenCounterProjection counters,
            TokengroupMemberProjection members) {
        PastModels past = new PastModels(
                jdbc,
                transactions,
                events,
                configuration.parameterResolverFactory(),
                List.of(
                        settings,
                        new DefinitionProjection(jdbc, ResolverTable.TABLE, TokengroupTable.TABLE),
                        realms,
                        tokens,
                        counters,
                        members),
                ReadModelGroup.TOKENS.tables());
        return new PastTokenQueries(past, lists);
    }

    /** Realms take tokens out of themselves when they are deleted, so that those tables must be there, too. */
    @Bean
    PastConfigurationQueries pastConfigurationQueries(
            JdbcOperations jdbc,
            @Qualifier("queries") JpaTransactionManager transactions,
            StoredEvents events,
            Configuration configuration,
            ConfigProjection settings,
            RealmProjection realms,
            PolicyProjection policies,
            EventHandlerProjection eventHandlers,
            PeriodicTaskProjection periodicTasks) {
        List<String> tables = Stream.of(ReadModelGroup.TOKENS, ReadModelGroup.POLICIES, ReadModelGroup.AUTOMATION)
                .flatMap(group -> group.tables().stream())
                .toList();
        PastModels past = new PastModels(
                jdbc,
                transactions,
                events,
                configuration.parameterResolverFactory(),
                List.of(
                        settings,
                        new DefinitionProjection(jdbc, ResolverTable.TABLE),
                        realms,
                        policies,
                        eventHandlers,
                        periodicTasks),
                tables);
        return new PastConfigurationQueries(past, jdbc);
    }

    @Bean
    HistoryQueries historyQueries(JdbcOperations jdbc, @Qualifier("queries") JpaTransactionManager transactions) {
        return new HistoryQueries(jdbc, new TransactionTemplate(transactions));
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
