package org.symbolon.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.symbolon.app.inquiry.CertificateDesk;
import org.symbolon.app.inquiry.EnrolledCredentials;
import org.symbolon.app.inquiry.InquiryDesk;
import org.symbolon.app.inquiry.OtherTokensDesk;
import org.symbolon.app.inquiry.RadiusDesk;
import org.symbolon.app.inquiry.RemoteDesk;
import org.symbolon.app.inquiry.YubicoDesk;
import org.symbolon.command.auth.AtRadiusServer;
import org.symbolon.command.auth.ClaimEvidence;
import org.symbolon.command.auth.ClaimGuesses;
import org.symbolon.command.auth.port.UnownedTokenSearch;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.RsaKeyPairs;
import org.symbolon.command.sending.AggregateReader;
import org.symbolon.command.sending.AuditInterceptor;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.sending.Correlation;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.certificate.AttestationAuthorities;
import org.symbolon.command.tokentype.certificate.CertificateOrder;
import org.symbolon.command.tokentype.foureyes.OtherTokens;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.command.tokentype.pushed.NewServerKeys;
import org.symbolon.command.tokentype.pushed.ServerKeys;
import org.symbolon.command.tokentype.radius.RadiusInquiry;
import org.symbolon.command.tokentype.remote.RemoteInquiry;
import org.symbolon.command.tokentype.webauthn.OwnTokens;
import org.symbolon.command.tokentype.webauthn.TrustAnchors;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Anchors;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Model;
import org.symbolon.command.tokentype.yubico.YubicoInquiry;
import org.symbolon.connectors.trustanchors.TrustAnchorFolder;
import org.symbolon.connectors.trustanchors.TrustedMakers;

/** Wires the command side: the bus, the handlers and what they rely on. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    Correlation correlation(@Value("${symbolon.node}") String node) {
        return new Correlation(node);
    }

    @Bean
    CorrelationDataProvider correlationDataProvider() {
        return new SimpleCorrelationDataProvider(Correlation.KEYS.toArray(String[]::new));
    }

    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(TransactionManager transactions, Configuration configuration, EventStore events) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        bus.registerHandlerInterceptor(new AuditInterceptor(events));
        return bus;
    }

    @Bean
    CommandSender commandSender(CommandBus bus, Correlation correlation) {
        return new CommandSender(bus, correlation, ThreadLocalRandom::current);
    }

    @Bean
    AggregateReader aggregateReader() {
        return new AggregateReader(ThreadLocalRandom::current);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Randomness randomness(SecureRandom random) {
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    @Bean
    TokenTypes tokenTypes() {
        return TokenTypes.all();
    }

    @Bean
    RsaKeyPairs rsaKeyPairs(SecureRandom random, @Value("${symbolon.telephone-key-bits:4096}") int bits) {
        return new RsaKeyPairs(bits, random);
    }

    @Bean
    Inquiries inquiries(
            EnrolledCredentials credentials,
            RsaKeyPairs keyPairs,
            RadiusDesk radius,
            RemoteDesk remote,
            YubicoDesk yubico,
            CertificateDesk certificates,
            ObjectProvider<OtherTokensDesk> others) {
        return new InquiryDesk()
                .answering(OwnTokens.class, credentials::of)
                .answering(TrustAnchors.class, wanted -> anchors(TrustAnchorFolder.read(wanted.folder())))
                .answering(
                        AttestationAuthorities.class,
                        wanted -> new AttestationAuthorities.Found(wanted.folders().stream()
                                .flatMap(folder -> TrustAnchorFolder.read(folder).certificates().stream())
                                .toList()))
                .answering(CertificateOrder.class, certificates::answer)
                .takingBack(CertificateOrder.class, certificates::takeBack)
                .answering(NewServerKeys.class, wanted -> ServerKeys.of(keyPairs.next()))
                .answering(RadiusInquiry.class, radius::answer)
                .answering(AtRadiusServer.class, radius::letsIn)
                .answering(RemoteInquiry.class, remote::answer)
                .answering(YubicoInquiry.class, yubico::answer)
                .answering(
                        OtherTokens.Wanted.class, wanted -> others.getObject().answer(wanted));
    }

    private static Anchors anchors(TrustedMakers makers) {
        return new Anchors(
                makers.certificates(),
                makers.models().stream()
                        .map(known -> new Model(known.models(), known.keys(), known.roots(), known.withdrawn()))
                        .toList());
    }

    @Bean
    ClaimEvidence claimEvidence(
            UnownedTokenSearch unowned,
            ValueSearch search,
            UserPasswords passwords,
            PinVerifier pins,
            SystemSettings settings,
            ClaimGuesses guesses,
            @Value("${symbolon.autoassignment.most-tokens:5000}") int mostTokens) {
        return new ClaimEvidence(unowned, search, passwords, pins, settings, guesses, mostTokens);
    }
}
