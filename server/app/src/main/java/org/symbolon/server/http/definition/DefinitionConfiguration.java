package org.symbolon.server.http.definition;

import java.util.List;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.caconnector.CaConnector;
import org.symbolon.command.caconnector.CaConnectorCommands;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.machineresolver.MachineResolverCommands;
import org.symbolon.command.radiusserver.RadiusServer;
import org.symbolon.command.radiusserver.RadiusServerCommands;
import org.symbolon.command.remoteserver.RemoteServer;
import org.symbolon.command.remoteserver.RemoteServerCommands;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.resolver.ResolverCommands;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.resolver.port.Resolvers;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.serviceid.Serviceid;
import org.symbolon.command.serviceid.ServiceidCommands;
import org.symbolon.command.smtpserver.SmtpServer;
import org.symbolon.command.smtpserver.SmtpServerCommands;
import org.symbolon.command.subscription.Subscription;
import org.symbolon.command.subscription.SubscriptionCommands;
import org.symbolon.command.tokengroup.Tokengroup;
import org.symbolon.command.tokengroup.TokengroupCommands;
import org.symbolon.command.tokengroup.port.Tokengroups;
import org.symbolon.projections.caconnector.CaConnectorTable;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.definition.DefinitionTable;
import org.symbolon.projections.machineresolver.MachineResolverTable;
import org.symbolon.projections.radiusserver.RadiusServerTable;
import org.symbolon.projections.remoteserver.RemoteServerTable;
import org.symbolon.projections.resolver.ResolverTable;
import org.symbolon.projections.serviceid.ServiceidTable;
import org.symbolon.projections.smsgateway.SmsGatewayTable;
import org.symbolon.projections.smtpserver.SmtpServerTable;
import org.symbolon.projections.subscription.SubscriptionTable;
import org.symbolon.projections.tokengroup.TokengroupTable;
import org.symbolon.query.definition.DefinitionQueries;
import org.symbolon.server.http.caconnector.CaConnectorEndpoint;
import org.symbolon.server.http.machineresolver.MachineResolverEndpoint;
import org.symbolon.server.http.radiusserver.RadiusServerEndpoint;
import org.symbolon.server.http.remoteserver.RemoteServerEndpoint;
import org.symbolon.server.http.serviceid.ServiceidEndpoint;
import org.symbolon.server.http.smsgateway.SmsGatewayEndpoint;
import org.symbolon.server.http.smtpserver.SmtpServerEndpoint;
import org.symbolon.server.http.subscription.SubscriptionEndpoint;
import org.symbolon.server.http.tokengroup.TokengroupEndpoint;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.MachineResolverLookups;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires definitions of all kinds, from the commands to the endpoints. */
@Configuration(proxyBeanMethods = false)
@Import(DefinitionConfiguration.OfEachKind.class)
public class DefinitionConfiguration {

    private static final List<DefinitionTable<?>> TABLES = List.of(
            CaConnectorTable.TABLE,
            MachineResolverTable.TABLE,
            RadiusServerTable.TABLE,
            RemoteServerTable.TABLE,
            ResolverTable.TABLE,
            ServiceidTable.TABLE,
            SmsGatewayTable.TABLE,
            SmtpServerTable.TABLE,
            SubscriptionTable.TABLE,
            TokengroupTable.TABLE);

    private static final List<Class<?>> ENDPOINTS = List.of(
            CaConnectorEndpoint.class,
            MachineResolverEndpoint.class,
            RadiusServerEndpoint.class,
            RemoteServerEndpoint.class,
            ServiceidEndpoint.class,
            SmsGatewayEndpoint.class,
            SmtpServerEndpoint.class,
            SubscriptionEndpoint.class,
            TokengroupEndpoint.class);

    @Bean
    DefinitionRepositories definitionRepositories(
            org.axonframework.config.Configuration configuration, Numbers numbers) {
        return new DefinitionRepositories(configuration, numbers);
    }

    @Bean
    CaConnectorCommands caConnectorCommands(DefinitionRepositories definitions, SecretVault vault) {
        return new CaConnectorCommands(definitions.of(CaConnector.KIND, CaConnectorTable.TABLE), vault);
    }

    @Bean
    MachineResolverCommands machineResolverCommands(
            DefinitionRepositories definitions, JdbcOperations jdbc, SecretVault vault) {
        return new MachineResolverCommands(
                definitions.of(MachineResolver.KIND, MachineResolverTable.TABLE),
                new MachineResolverLookups(jdbc)::storedName,
                vault);
    }

    @Bean
    RadiusServerCommands radiusServerCommands(DefinitionRepositories definitions, SecretVault vault) {
        return new RadiusServerCommands(definitions.of(RadiusServer.KIND, RadiusServerTable.TABLE), vault);
    }

    @Bean
    RemoteServerCommands remoteServerCommands(DefinitionRepositories definitions) {
        return new RemoteServerCommands(definitions.of(RemoteServer.KIND, RemoteServerTable.TABLE));
    }

    @Bean
    ResolverCommands resolverCommands(
            DefinitionRepositories definitions, Resolvers known, UserStoreTypes types, SecretVault vault) {
        return new ResolverCommands(definitions.of(Resolver.KIND, ResolverTable.TABLE), known, types, vault);
    }

    @Bean
    ServiceidCommands serviceidCommands(DefinitionRepositories definitions) {
        return new ServiceidCommands(definitions.of(Serviceid.KIND, ServiceidTable.TABLE));
    }

    @Bean
    SmtpServerCommands smtpServerCommands(DefinitionRepositories definitions, SecretVault vault) {
        return new SmtpServerCommands(definitions.of(SmtpServer.KIND, SmtpServerTable.TABLE), vault);
    }

    @Bean
    SubscriptionCommands subscriptionCommands(DefinitionRepositories definitions) {
        return new SubscriptionCommands(definitions.of(Subscription.KIND, SubscriptionTable.TABLE));
    }

    @Bean
    TokengroupCommands tokengroupCommands(DefinitionRepositories definitions, Tokengroups known) {
        return new TokengroupCommands(definitions.of(Tokengroup.KIND, TokengroupTable.TABLE), known);
    }

    @Bean
    DefinitionProjection definitionProjection(JdbcOperations jdbc) {
        return new DefinitionProjection(jdbc, TABLES.toArray(DefinitionTable<?>[]::new));
    }

    @Bean
    DefinitionQueries definitionQueries(JdbcOperations jdbc) {
        return new DefinitionQueries(jdbc);
    }

    /** What is the same for every kind. */
    static final class OfEachKind implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            ENDPOINTS.forEach(registry::registerBean);
            TABLES.forEach(table -> registry.registerBean(
                    GroupedProjector.class, bean -> bean.supplier(context -> model(table, context))));
        }

        private static GroupedProjector model(DefinitionTable<?> table, SupplierContext context) {
            return new GroupedProjector(
                    ReadModelGroup.holding(table.name()),
                    new DefinitionProjection(context.bean(JdbcOperations.class), table));
        }
    }
}
