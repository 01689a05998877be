package org.symbolon.projections.support;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.caconnector.CaConnectorCreated;
import org.symbolon.events.caconnector.CaConnectorDeleted;
import org.symbolon.events.caconnector.CaConnectorReconfigured;
import org.symbolon.events.feed.FeedCreated;
import org.symbolon.events.feed.FeedDeleted;
import org.symbolon.events.feed.FeedReconfigured;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.machineresolver.MachineResolverReconfigured;
import org.symbolon.events.radiusclient.RadiusClientCreated;
import org.symbolon.events.radiusclient.RadiusClientDeleted;
import org.symbolon.events.radiusclient.RadiusClientReconfigured;
import org.symbolon.events.radiusclient.RadiusClientSettings;
import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.events.radiusserver.RadiusServerCreated;
import org.symbolon.events.radiusserver.RadiusServerDeleted;
import org.symbolon.events.radiusserver.RadiusServerReconfigured;
import org.symbolon.events.radiusserver.RadiusSettings;
import org.symbolon.events.remoteserver.RemoteServerCreated;
import org.symbolon.events.remoteserver.RemoteServerDeleted;
import org.symbolon.events.remoteserver.RemoteServerReconfigured;
import org.symbolon.events.remoteserver.RemoteSettings;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidDescribed;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.smsgateway.SmsGatewayCreated;
import org.symbolon.events.smsgateway.SmsGatewayDeleted;
import org.symbolon.events.smsgateway.SmsGatewayHeaderRemoved;
import org.symbolon.events.smsgateway.SmsGatewayOptionRemoved;
import org.symbolon.events.smsgateway.SmsGatewayReconfigured;
import org.symbolon.events.smsgateway.SmsGatewaySettings;
import org.symbolon.events.smtpserver.SmtpServerCreated;
import org.symbolon.events.smtpserver.SmtpServerDeleted;
import org.symbolon.events.smtpserver.SmtpServerReconfigured;
import org.symbolon.events.smtpserver.SmtpSettings;
import org.symbolon.events.subscription.SubscriptionDeleted;
import org.symbolon.events.subscription.SubscriptionParty;
import org.symbolon.events.subscription.SubscriptionRegistered;
import org.symbolon.events.subscription.SubscriptionRenewed;
import org.symbolon.events.subscription.SubscriptionTerms;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.events.tokengroup.TokengroupDescribed;

/** Makes events of what administrators define besides users and tokens: it comes, is changed, goes and comes back. */
final class RandomDefinitions {

    static final List<String> GROUPS = List.of("group1", "group2", "group3");
    private static final List<String> NAMES = List.of("one", "two", "Two");

    private final Random random;
    private final List<Kind> kinds = List.of(
            new Kind(
                    GROUPS,
                    (name, number) -> new TokengroupCreated(name, number, text()),
                    (name, number) -> new TokengroupDescribed(name, number, text()),
                    TokengroupDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new ServiceidCreated(name, number, text()),
                    (name, number) -> new ServiceidDescribed(name, number, text()),
                    ServiceidDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new SmtpServerCreated(name, number, smtp()),
                    (name, number) -> new SmtpServerReconfigured(name, number, smtp()),
                    SmtpServerDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new RadiusClientCreated(name, number, radiusClient()),
                    (name, number) -> new RadiusClientReconfigured(name, number, radiusClient()),
                    RadiusClientDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new RadiusServerCreated(name, number, radius()),
                    (name, number) -> new RadiusServerReconfigured(name, number, radius()),
                    RadiusServerDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new RemoteServerCreated(name, number, remote()),
                    (name, number) -> new RemoteServerReconfigured(name, number, remote()),
                    RemoteServerDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new CaConnectorCreated(name, number, "local", entries()),
                    (name, number) -> new CaConnectorReconfigured(name, number, entries()),
                    CaConnectorDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new FeedCreated(name, number, "webhook", entries()),
                    (name, number) -> new FeedReconfigured(name, number, entries()),
                    FeedDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new MachineResolverCreated(name, number, "hosts", entries()),
                    (name, number) -> new MachineResolverReconfigured(name, number, entries()),
                    MachineResolverDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new SubscriptionRegistered(name, number, terms("me")),
                    (name, number) -> new SubscriptionRenewed(name, number, terms(text())),
                    SubscriptionDeleted::new),
            new Kind(
                    NAMES,
                    (name, number) -> new SmsGatewayCreated(name, number, sms()),
                    this::changedSms,
                    SmsGatewayDeleted::new));
    private int lastNumber;

    RandomDefinitions(Random random) {
        this.random = random;
    }

    private interface Fact {
        Object of(String name, int number);
    }

    /** What happens to definitions of one kind, and the numbers of those that are there. */
    private record Kind(List<String> names, Fact created, Fact changed, Fact deleted, Map<String, Integer> living) {

        Kind(List<String> names, Fact created, Fact changed, Fact deleted) {
            this(names, created, changed, deleted, new LinkedHashMap<>());
        }
    }

    Object next() {
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        String name = kind.names().get(random.nextInt(kind.names().size()));
        Integer number = kind.living().get(name);
        if (number == null) {
            kind.living().put(name, ++lastNumber);
            return kind.created().of(name, lastNumber);
        }
        if (random.nextInt(5) == 0) {
            kind.living().remove(name);
            return kind.deleted().of(name, number);
        }
        return kind.changed().of(name, number);
    }

    private SubscriptionTerms terms(String name) {
        SubscriptionParty party = new SubscriptionParty(name, text(), name, name, text());
        LocalDateTime from = random.nextBoolean() ? null : LocalDateTime.of(2026, 1, 1 + random.nextInt(9), 0, 0);
        return new SubscriptionTerms(party, text(), party, from, from, port(), null, port(), text(), "1");
    }

    private SmtpSettings smtp() {
        SmtpSettings plain =
                new SmtpSettings("mail", port(), "me", secret(), "a@x", random.nextBoolean(), text(), 10, false);
        return random.nextBoolean() ? plain : plain.signing("PEM", secret(), random.nextBoolean());
    }

    private RadiusSettings radius() {
        return new RadiusSettings("radius", port(), secret(), "/dict", text(), 5, 3, random.nextBoolean());
    }

    private RemoteSettings remote() {
        return new RemoteSettings("https://host" + port(), random.nextBoolean(), text());
    }

    private SmsGatewaySettings sms() {
        return new SmsGatewaySettings("http" + port(), text(), entries(), entries());
    }

    private Object changedSms(String name, int number) {
        return switch (random.nextInt(4)) {
            case 0 -> new SmsGatewayOptionRemoved(name, number, NAMES.get(0));
            case 1 -> new SmsGatewayHeaderRemoved(name, number, NAMES.get(1));
            default -> new SmsGatewayReconfigured(name, number, sms());
        };
    }

    private Map<String, ConfigEntry> entries() {
        Map<String, ConfigEntry> entries = new HashMap<>();
        for (String key : NAMES) {
            Sealed secret = secret();
            String text = "text " + port();
            entries.put(key, new ConfigEntry(secret == null ? text : null, secret, "", text()));
        }
        return entries;
    }

    private RadiusClientSettings radiusClient() {
        return new RadiusClientSettings(
                "10.0.0." + random.nextInt(256),
                random.nextBoolean() ? RadiusTransport.UDP : RadiusTransport.TLS,
                secret(),
                "pem " + port(),
                "name " + port(),
                random.nextBoolean(),
                "realm " + port(),
                random.nextBoolean(),
                "text " + port());
    }

    private int port() {
        return 1 + random.nextInt(1000);
    }

    private Sealed secret() {
        return random.nextBoolean() ? null : new Sealed("key-" + port(), "box" + port());
    }

    private String text() {
        return random.nextInt(4) == 0 ? null : "text " + random.nextInt(100);
    }
}
