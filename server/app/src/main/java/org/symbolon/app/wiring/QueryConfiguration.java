package org.symbolon.app.wiring;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.eventhandler.EventHandlerProjection;
import org.symbolon.projections.periodictask.PeriodicTaskProjection;
import org.symbolon.projections.policy.PolicyProjection;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.resolver.ResolverTable;
import org.symbolon.projections.token.TokenCounterProjection;
import org.symbolon.projections.token.TokenEntities;
import org.symbolon.projections.token.TokenProjection;
import org.symbolon.projections.tokengroup.TokengroupMemberProjection;
import org.symbolon.projections.tokengroup.TokengroupTable;
import org.symbolon.query.config.PastConfigurationQueries;
import org.symbolon.query.history.PastModels;
import org.symbolon.query.history.StoredEvents;
import org.symbolon.query.token.PastTokenQueries;
import org.symbolon.query.token.TokenLists;
import org.symbolon.query.token.TokenQueries;
import org.symbolon.store.eventstore.EventReader;
import org.symbolon.store.readmodel.ReadModelGroup;

/** Wires the query side. The command line has no use for lists of tokens, nor for the past. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    @Bean
    QueryBus queryBus() {
        return SimpleQueryBus.builder().build();
    }

    /** Stored events for those who look at the past, read beside the transaction that they look at it in. */
    @Bean
    StoredEvents pastEvents(EventReader events, QueryTransactions transactions) {
        TransactionTemplate apart = transactions.template();
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_NOT_SUPPORTED);
        return (until, names, consumer) -> events.until(until, names, apart, consumer);
    }

    @Bean
    QueryTransactions queryTransactions(JdbcTransactionManager transactions) {
        return new QueryTransactions(transactions);
    }

    /** What only a server is asked. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Import(TokenQueries.class)
    static class OfAServer {

        /** Made for the first list of tokens. Spring would make its factory at the start, lazy or not, if that were the bean. */
        @Bean
        @Lazy
        EntityManagerFactory tokenEntities(DataSource source) {
            LocalContainerEntityManagerFactoryBean factory = TokenEntities.of(source);
            factory.afterPropertiesSet();
            return factory.getObject();
        }

        @Bean
        TokenLists tokenLists(
                ObjectProvider<EntityManagerFactory> entities, JdbcOperations jdbc, QueryTransactions transactions) {
            return new TokenLists(entities::getObject, jdbc, transactions.template());
        }

        @Bean
        PastTokenQueries pastTokenQueries(
                TokenLists lists,
                JdbcOperations jdbc,
                QueryTransactions transactions,
                StoredEvents events,
                Configuration configuration,
                ConfigProjection settings,
                RealmProjection realms,
                TokenProjection tokens,
                TokenCounterProjection counters,
                TokengroupMemberProjection members) {
            PastModels past = new PastModels(
                    jdbc,
                    transactions.manager(),
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
                QueryTransactions transactions,
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
                    transactions.manager(),
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
    }
}
