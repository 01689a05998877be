package org.symbolon.server.wiring;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.machine.port.MachineSources;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.machineresolver.MachineResolverCommands;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smsgateway.SmsGatewayCommands;
import org.symbolon.command.smsgateway.port.SmsGateways;
import org.symbolon.command.user.OpenStores;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.connectors.hosts.HostsStoreType;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.smsgateway.SmsGatewaySettings;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.server.http.smsgateway.SmsProviders;
import org.symbolon.server.readmodel.MachineResolverLookups;

/** Wires the kinds of outside worlds that there are: user stores, machine stores, gateways. */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {

    @Bean
    OpenStores userStores(UserStoreTypes types, SecretVault vault, RealmRegistry registry, ConfigurationViews views) {
        OpenStores stores = new OpenStores(types, vault, registry);
        views.whenChanged(stores::closeOutdated);
        return stores;
    }

    @Bean
    MachineDirectory machineDirectory(MachineSources sources) {
        return new MachineDirectory(sources, List.of(new HostsStoreType()));
    }

    @Bean
    MachineApplications machineApplications() {
        return MachineApplications.all();
    }

    @Bean
    MachineResolverCommands machineResolverCommands(
            Definitions<MachineResolver, TypedEntries> resolvers, MachineResolverLookups known, SecretVault vault) {
        return new MachineResolverCommands(resolvers, known::storedName, vault);
    }

    @Bean
    SmsGatewayCommands smsGatewayCommands(
            Definitions<SmsGateway, SmsGatewaySettings> gateways, SmsGateways known, SecretVault vault) {
        return new SmsGatewayCommands(gateways, known, SmsProviders.modules(), vault);
    }
}
