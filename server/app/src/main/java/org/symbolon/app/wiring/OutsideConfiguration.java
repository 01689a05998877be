package org.symbolon.app.wiring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.api.smsgateway.SmsProviders;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.machine.port.MachineSources;
import org.symbolon.command.machine.port.MachineStoreType;
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
import org.symbolon.connectors.files.StoreFiles;
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

    private static final String OWN_FILES = "files";
    private static final int MOST_FOR_ONE_RADIUS_SERVER = 50;
    private static final int MOST_FOR_ALL_RADIUS_SERVERS = 70;

    /** Directories are separated as those of a search path are. The server's own is made, so that files can be laid there. */
    @Bean
    StoreFiles storeFiles(@Value("${symbolon.store-files:}") String configured, @Value("${symbolon.data}") Path data)
            throws IOException {
        if (configured.isBlank()) {
            return new StoreFiles(List.of(Files.createDirectories(data.resolve(OWN_FILES))));
        }
        return new StoreFiles(Arrays.stream(configured.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(Path::of)
                .toList());
    }

    @Bean
    UserStoreTypes userStoreTypes(StoreFiles files) {
        return new UserStoreTypes(List.of(new PasswdStoreType(files)));
    }

    @Bean
    HostsStoreType hostsStoreType(StoreFiles files) {
        return new HostsStoreType(files);
    }

    @Bean
    OpenStores userStores(UserStoreTypes types, SecretVault vault, RealmRegistry registry, ConfigurationViews views) {
        OpenStores stores = new OpenStores(types, vault, registry);
        views.whenChanged(stores::closeOutdated);
        return stores;
    }

    @Bean
    MachineDirectory machineDirectory(MachineSources sources, List<MachineStoreType> types) {
        return new MachineDirectory(sources, types);
    }

    @Bean
    MachineApplications machineApplications() {
        return MachineApplications.all();
    }

    @Bean
    MachineResolverCommands machineResolverCommands(
            Definitions<MachineResolver, TypedEntries> resolvers,
            MachineResolverLookups known,
            List<MachineStoreType> types,
            SecretVault vault) {
        return new MachineResolverCommands(resolvers, known::storedName, types, vault);
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
