package org.symbolon.app.wiring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.api.smsgateway.SmsProviders;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.MachineStoreTypes;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.machine.port.MachineSources;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.machineresolver.MachineResolverCommands;
import org.symbolon.command.machineresolver.MachineResolverSecrets;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.remoteserver.port.RemoteClient;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smsgateway.SmsGatewayCommands;
import org.symbolon.command.smsgateway.port.SmsGateways;
import org.symbolon.command.tokentype.yubico.port.YubicoService;
import org.symbolon.command.user.OpenStores;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.hosts.HostsStoreType;
import org.symbolon.connectors.ldap.LdapMachineStoreType;
import org.symbolon.connectors.ldap.LdapNetwork;
import org.symbolon.connectors.ldap.LdapStoreType;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.WaitingRoom;
import org.symbolon.connectors.passwd.PasswdStoreType;
import org.symbolon.connectors.radius.BoundedRadiusClient;
import org.symbolon.connectors.radius.UdpRadiusClient;
import org.symbolon.connectors.remoteserver.HttpRemoteClient;
import org.symbolon.connectors.sql.SqlNetwork;
import org.symbolon.connectors.sql.SqlStoreType;
import org.symbolon.connectors.web.EntraStoreType;
import org.symbolon.connectors.web.HttpStoreType;
import org.symbolon.connectors.web.KeycloakStoreType;
import org.symbolon.connectors.web.ScimStoreType;
import org.symbolon.connectors.web.WebNetwork;
import org.symbolon.connectors.yubico.HttpYubicoService;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.smsgateway.SmsGatewaySettings;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.store.readmodel.MachineResolverLookups;

/** Wires the kinds of outside worlds that there are: user stores, machine stores, gateways. */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {

    private static final String OWN_FILES = "files";
    private static final String OWN_DRIVERS = "drivers";
    private static final int MOST_FOR_ONE_SERVER = 50;
    private static final int MOST_FOR_ALL_SERVERS = 70;

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

    /** Holds for all that is asked over HTTP for a definition. */
    @Bean
    AddressGuard addressGuard(@Value("${symbolon.local-destinations:}") List<String> local) {
        return AddressGuard.allowing(local);
    }

    @Bean
    LdapNetwork ldapNetwork() {
        return new LdapNetwork();
    }

    /** Drivers that are no part of Symbolon lie in a folder of the server's own, unless another one is named. */
    @Bean
    SqlNetwork sqlNetwork(@Value("${symbolon.jdbc-drivers:}") String drivers, @Value("${symbolon.data}") Path data) {
        return new SqlNetwork(drivers.isBlank() ? data.resolve(OWN_DRIVERS) : Path.of(drivers));
    }

    @Bean
    WebNetwork webNetwork(AddressGuard guard, Clock clock, SecureRandom random) {
        return new WebNetwork(guard, clock, random);
    }

    @Bean
    UserStoreTypes userStoreTypes(
            StoreFiles files, LdapNetwork ldap, SqlNetwork sql, WebNetwork web, Clock clock, SecureRandom random) {
        return new UserStoreTypes(List.of(
                new PasswdStoreType(files),
                new LdapStoreType(ldap, clock, random),
                new SqlStoreType(sql, random),
                new HttpStoreType(web),
                new EntraStoreType(web),
                new KeycloakStoreType(web),
                new ScimStoreType(web)));
    }

    @Bean
    OpenStores userStores(UserStoreTypes types, SecretVault vault, RealmRegistry registry, ConfigurationViews views) {
        OpenStores stores = new OpenStores(types, vault, registry);
        views.whenChanged(stores::closeOutdated);
        return stores;
    }

    @Bean
    MachineStoreTypes machineStoreTypes(StoreFiles files, LdapNetwork ldap) {
        return new MachineStoreTypes(List.of(new HostsStoreType(files), new LdapMachineStoreType(ldap)));
    }

    @Bean
    MachineDirectory machineDirectory(MachineSources sources, MachineStoreTypes types, SecretVault vault) {
        return new MachineDirectory(sources, types, new MachineResolverSecrets(vault)::clear);
    }

    @Bean
    MachineApplications machineApplications() {
        return MachineApplications.all();
    }

    @Bean
    MachineResolverCommands machineResolverCommands(
            Definitions<MachineResolver, TypedEntries> resolvers,
            MachineResolverLookups known,
            MachineStoreTypes types,
            SecretVault vault) {
        return new MachineResolverCommands(resolvers, known::storedName, types, vault);
    }

    @Bean
    SmsGatewayCommands smsGatewayCommands(
            Definitions<SmsGateway, SmsGatewaySettings> gateways, SmsGateways known, SecretVault vault) {
        return new SmsGatewayCommands(gateways, known, SmsProviders.modules(), vault);
    }

    /** The limits leave threads of the HTTP server for whoever asks nobody outside about a log-in. */
    @Bean
    WaitingRoom waitingRoom() {
        return new WaitingRoom(MOST_FOR_ONE_SERVER, MOST_FOR_ALL_SERVERS);
    }

    @Bean
    RadiusClient radiusClient(SecureRandom random, WaitingRoom room) {
        return new BoundedRadiusClient(new UdpRadiusClient(random), room);
    }

    @Bean
    BoundedHttp boundedHttp(AddressGuard guard) {
        return new BoundedHttp("asked-servers", OutsideConfiguration::trusted, guard);
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("There is no TLS", impossible);
        }
    }

    @Bean
    RemoteClient remoteClient(BoundedHttp http, WaitingRoom room) {
        return new HttpRemoteClient(http, room, HttpRemoteClient.PATIENCE);
    }

    @Bean
    YubicoService yubicoService(BoundedHttp http, WaitingRoom room) {
        return new HttpYubicoService(http, room, HttpYubicoService.PATIENCE);
    }
}
