package org.symbolon.app.wiring;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.api.smsgateway.SmsProviders;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.machine.port.MachineSources;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.machineresolver.MachineResolverCommands;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smsgateway.SmsGatewayCommands;
import org.symbolon.command.smsgateway.port.SmsGateways;
import org.symbolon.command.user.OpenStores;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.connectors.hosts.HostsStoreType;
import org.symbolon.connectors.passwd.PasswdStoreType;
import org.symbolon.connectors.radius.BoundedRadiusClient;
import org.symbolon.connectors.radius.UdpRadiusClient;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.smsgateway.SmsGatewaySettings;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.store.readmodel.MachineResolverLookups;

/** Wires the kinds of outside worlds that there are: user stores, machine stores, gateways. */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {

    private static final int MOST_FOR_ONE_RADIUS_SERVER = 50;
    private static final int MOST_FOR_ALL_RADIUS_SERVERS = 70;

    @Bean
    UserStoreTypes userStoreTypes() {
        return new UserStoreTypes(List.of(new PasswdStoreType()));
    }

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

    /** The limits leave threads of the HTTP server for whoever asks no RADIUS server. */
    @Bean
    RadiusClient radiusClient(SecureRandom random) {
        return new BoundedRadiusClient(
                new UdpRadiusClient(random), MOST_FOR_ONE_RADIUS_SERVER, MOST_FOR_ALL_RADIUS_SERVERS);
    }
}
