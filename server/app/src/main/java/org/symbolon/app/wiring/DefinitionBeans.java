package org.symbolon.app.wiring;

import org.axonframework.config.Configuration;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.caconnector.CaConnector;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.feed.Feed;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.radiusclient.RadiusClientDefinition;
import org.symbolon.command.radiusserver.RadiusServer;
import org.symbolon.command.remoteserver.RemoteServer;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.serviceid.Serviceid;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smtpserver.SmtpServer;
import org.symbolon.command.subscription.Subscription;
import org.symbolon.command.tokengroup.Tokengroup;
import org.symbolon.projections.caconnector.CaConnectorTable;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.definition.DefinitionTable;
import org.symbolon.projections.feed.FeedTable;
import org.symbolon.projections.machineresolver.MachineResolverTable;
import org.symbolon.projections.radiusclient.RadiusClientTable;
import org.symbolon.projections.radiusserver.RadiusServerTable;
import org.symbolon.projections.remoteserver.RemoteServerTable;
import org.symbolon.projections.resolver.ResolverTable;
import org.symbolon.projections.serviceid.ServiceidTable;
import org.symbolon.projections.smsgateway.SmsGatewayTable;
import org.symbolon.projections.smtpserver.SmtpServerTable;
import org.symbolon.projections.subscription.SubscriptionTable;
import org.symbolon.projections.tokengroup.TokengroupTable;
import org.symbolon.store.readmodel.GroupedProjector;
import org.symbolon.store.readmodel.Numbers;
import org.symbolon.store.readmodel.ReadModelGroup;

/**
 * The kinds of definitions, a line each: its commands get its definitions, numbered by the sequence that goes with the
 * table, and the table its projector.
 */
final class DefinitionBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        DefinitionTable<?>[] tables = {
            kind(registry, CaConnector.KIND, CaConnectorTable.TABLE),
            kind(registry, Feed.KIND, FeedTable.TABLE),
            kind(registry, MachineResolver.KIND, MachineResolverTable.TABLE),
            kind(registry, RadiusClientDefinition.KIND, RadiusClientTable.TABLE),
            kind(registry, RadiusServer.KIND, RadiusServerTable.TABLE),
            kind(registry, RemoteServer.KIND, RemoteServerTable.TABLE),
            kind(registry, Resolver.KIND, ResolverTable.TABLE),
            kind(registry, Serviceid.KIND, ServiceidTable.TABLE),
            kind(registry, SmsGateway.KIND, SmsGatewayTable.TABLE),
            kind(registry, SmtpServer.KIND, SmtpServerTable.TABLE),
            kind(registry, Subscription.KIND, SubscriptionTable.TABLE),
            kind(registry, Tokengroup.KIND, TokengroupTable.TABLE)
        };
        registry.registerBean(
                DefinitionProjection.class,
                bean -> bean.supplier(context -> new DefinitionProjection(context.bean(JdbcOperations.class), tables)));
    }

    private static <D extends Definition<S>, S> DefinitionTable<S> kind(
            BeanRegistry registry, DefinitionKind<D, S> kind, DefinitionTable<S> table) {
        ResolvableType settings =
                ResolvableType.forClass(Definition.class, kind.aggregate()).getGeneric();
        ParameterizedTypeReference<Definitions<D, S>> type =
                ParameterizedTypeReference.forType(ResolvableType.forClassWithGenerics(
                                Definitions.class, ResolvableType.forClass(kind.aggregate()), settings)
                        .getType());
        registry.registerBean(
                type,
                bean -> bean.supplier(context -> new Definitions<>(
                        kind,
                        context.bean(Configuration.class).repository(kind.aggregate()),
                        context.bean(Numbers.class).from(table.name() + "_seq"))));
        registry.registerBean(
                GroupedProjector.class,
                bean -> bean.supplier(context -> new GroupedProjector(
                        ReadModelGroup.holding(table.name()),
                        new DefinitionProjection(context.bean(JdbcOperations.class), table))));
        return table;
    }
}
