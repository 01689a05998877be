package org.symbolon.app.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.examination.DefinedExamination;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.port.MachineSource;
import org.symbolon.command.machine.port.MachineSources;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusClients;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.remoteserver.port.RemoteServers;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.ReadyGateways;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.tokentype.webauthn.TrustAnchors;
import org.symbolon.command.user.OpenStores;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserResolver;
import org.symbolon.connectors.caconnector.DefinedAuthorities;
import org.symbolon.connectors.feed.FeedExaminer;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.firebase.FirebaseSender;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.radius.RadiusExaminer;
import org.symbolon.connectors.radiusclient.RadiusClientExaminer;
import org.symbolon.connectors.remoteserver.RemoteExaminer;
import org.symbolon.connectors.sms.ProviderSmsSender;
import org.symbolon.connectors.smtp.SmtpExaminer;
import org.symbolon.connectors.trustanchors.TrustAnchorExaminer;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.config.ResolverView;
import org.symbolon.reactions.feed.port.DefinedFeeds;
import org.symbolon.store.readmodel.DefinitionNames;

/**
 * Wires what the command {@code doctor} looks at. All that needs the master key is asked for late, so that one that is missing is found
 * and not stumbled over.
 */
@Configuration(proxyBeanMethods = false)
class ExaminationConfiguration {

    @Bean
    Examination resolverExamination(
            ConfigurationViews views, ObjectProvider<RealmRegistry> registry, ObjectProvider<OpenStores> stores) {
        return new DefinedExamination<UserResolver>(
                "resolver",
                () -> views.current().resolvers().stream()
                        .map(ResolverView::name)
                        .toList(),
                name -> registry.getObject().resolver(name),
                resolver -> stores.getObject().examine(resolver));
    }

    @Bean
    Examination machineResolverExamination(MachineSources sources, ObjectProvider<MachineDirectory> machines) {
        return new DefinedExamination<MachineSource>(
                "machineresolver",
                () -> sources.all().stream().map(MachineSource::name).toList(),
                name -> sources.all().stream()
                        .filter(source -> source.name().equals(name))
                        .findFirst(),
                source -> machines.getObject().examine(source));
    }

    @Bean
    SmtpExaminer smtpExaminer() {
        return new SmtpExaminer();
    }

    @Bean
    Examination smtpServerExamination(
            DefinitionNames names, ObjectProvider<MailServers> servers, SmtpExaminer examiner) {
        return new DefinedExamination<MailServer>(
                "smtpserver",
                names::ofMailServers,
                name -> servers.getObject().find(name).map(MailServers.Defined::server),
                examiner);
    }

    @Bean
    Examination smsGatewayExamination(
            DefinitionNames names,
            ObjectProvider<ReadyGateways> gateways,
            ObjectProvider<ProviderSmsSender> texts,
            ObjectProvider<FirebaseSender> pushes) {
        return new DefinedExamination<Gateway>(
                "smsgateway",
                names::ofSmsGateways,
                name -> gateways.getObject().find(name),
                gateway -> examined(gateway, texts, pushes));
    }

    private static List<Finding> examined(
            Gateway gateway, ObjectProvider<ProviderSmsSender> texts, ObjectProvider<FirebaseSender> pushes) {
        return gateway.provider().endsWith(FirebaseSender.KIND)
                ? pushes.getObject().examine(gateway)
                : texts.getObject().examine(gateway);
    }

    @Bean
    Examination radiusServerExamination(
            DefinitionNames names, ObjectProvider<RadiusServers> servers, SecureRandom random) {
        return new DefinedExamination<RadiusPeer>(
                "radiusserver",
                names::ofRadiusServers,
                name -> servers.getObject().find(name),
                new RadiusExaminer(random));
    }

    @Bean
    Examination radiusClientExamination(ObjectProvider<RadiusClients> clients) {
        return new DefinedExamination<KnownRadiusClient>(
                "radiusclient",
                () -> clients.getObject().all().stream()
                        .map(KnownRadiusClient::name)
                        .toList(),
                name -> clients.getObject().all().stream()
                        .filter(client -> client.name().equals(name))
                        .findFirst(),
                new RadiusClientExaminer());
    }

    @Bean
    FeedExaminer feedExaminer(
            BoundedHttp http,
            AddressGuard guard,
            StoreFiles files,
            @Value("${symbolon.feeds.directory:}") String directory,
            @Value("${symbolon.data}") Path data) {
        return new FeedExaminer(http, guard, files, FeedConfiguration.filesOfFeeds(directory, data));
    }

    @Bean
    Examination feedExamination(DefinitionNames names, ObjectProvider<DefinedFeeds> feeds, FeedExaminer examiner) {
        return new DefinedExamination<FeedTarget>(
                "feed", names::ofFeeds, name -> names.numberOfFeed(name).flatMap(feeds.getObject()::open), examiner);
    }

    @Bean
    Examination remoteServerExamination(DefinitionNames names, RemoteServers servers, BoundedHttp http) {
        return new DefinedExamination<RemotePeer>(
                "remoteserver", names::ofRemoteServers, servers::find, new RemoteExaminer(http));
    }

    @Bean
    Examination caConnectorExamination(
            ObjectProvider<ReadyAuthorities> connectors, ObjectProvider<DefinedAuthorities> authorities) {
        return new DefinedExamination<Authority>(
                "caconnector",
                () -> connectors.getObject().names(),
                name -> connectors.getObject().find(name),
                authority -> authorities.getObject().examine(authority));
    }

    @Bean
    Examination trustAnchorExamination(ObjectProvider<SystemSettings> settings, Clock clock) {
        return new DefinedExamination<String>(
                "trust-anchors",
                () -> settings.getObject().text(TrustAnchors.SETTING).stream().toList(),
                Optional::of,
                new TrustAnchorExaminer(clock));
    }
}
