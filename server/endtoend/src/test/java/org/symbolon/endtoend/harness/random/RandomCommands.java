package org.symbolon.endtoend.harness.random;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.command.admin.AddAdmin;
import org.symbolon.command.admin.ChangeAdminEmail;
import org.symbolon.command.admin.ChangeAdminPassword;
import org.symbolon.command.admin.RemoveAdmin;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.audit.RotateAudit;
import org.symbolon.command.caconnector.DeleteCaConnector;
import org.symbolon.command.caconnector.SaveCaConnector;
import org.symbolon.command.config.DeleteSetting;
import org.symbolon.command.config.StoreSettings;
import org.symbolon.command.eventcounter.DecreaseEventCounter;
import org.symbolon.command.eventcounter.IncreaseEventCounter;
import org.symbolon.command.eventcounter.ResetEventCounter;
import org.symbolon.command.eventhandler.DeleteEventHandler;
import org.symbolon.command.eventhandler.DisableEventHandler;
import org.symbolon.command.eventhandler.EnableEventHandler;
import org.symbolon.command.eventhandler.SaveEventHandler;
import org.symbolon.command.feed.DeleteFeed;
import org.symbolon.command.feed.SaveFeed;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machineresolver.DeleteMachineResolver;
import org.symbolon.command.machineresolver.SaveMachineResolver;
import org.symbolon.command.monitoring.DeleteStatistics;
import org.symbolon.command.periodictask.DeletePeriodicTask;
import org.symbolon.command.periodictask.DisablePeriodicTask;
import org.symbolon.command.periodictask.EnablePeriodicTask;
import org.symbolon.command.periodictask.FinishTaskRun;
import org.symbolon.command.periodictask.RecordTaskRun;
import org.symbolon.command.periodictask.SavePeriodicTask;
import org.symbolon.command.policy.DeletePolicy;
import org.symbolon.command.policy.DisablePolicy;
import org.symbolon.command.policy.EnablePolicy;
import org.symbolon.command.policy.ImportPolicies;
import org.symbolon.command.policy.SavePolicy;
import org.symbolon.command.radiusclient.DeleteRadiusClient;
import org.symbolon.command.radiusclient.SaveRadiusClient;
import org.symbolon.command.radiusserver.DeleteRadiusServer;
import org.symbolon.command.radiusserver.SaveRadiusServer;
import org.symbolon.command.realm.ChangeDefaultRealm;
import org.symbolon.command.realm.ClearDefaultRealm;
import org.symbolon.command.realm.DeleteRealm;
import org.symbolon.command.realm.SaveRealm;
import org.symbolon.command.remoteserver.DeleteRemoteServer;
import org.symbolon.command.remoteserver.SaveRemoteServer;
import org.symbolon.command.resolver.DeleteResolver;
import org.symbolon.command.resolver.SaveResolver;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.sending.DoTogether;
import org.symbolon.command.serviceid.DeleteServiceid;
import org.symbolon.command.serviceid.SaveServiceid;
import org.symbolon.command.smsgateway.DeleteSmsGateway;
import org.symbolon.command.smsgateway.RemoveSmsGatewayOption;
import org.symbolon.command.smsgateway.SaveSmsGateway;
import org.symbolon.command.smtpserver.DeleteSmtpServer;
import org.symbolon.command.smtpserver.LookAtSigner;
import org.symbolon.command.smtpserver.SaveSmtpServer;
import org.symbolon.command.smtpserver.SignerChange;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.subscription.DeleteSubscription;
import org.symbolon.command.subscription.SaveSubscription;
import org.symbolon.command.token.AttachToken;
import org.symbolon.command.token.ChangeMachineTokenOptions;
import org.symbolon.command.token.DetachToken;
import org.symbolon.command.tokengroup.DeleteTokengroup;
import org.symbolon.command.tokengroup.SaveTokengroup;
import org.symbolon.command.user.DeleteUserAttribute;
import org.symbolon.command.user.SetUserAttribute;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.subscription.SubscriptionParty;
import org.symbolon.events.subscription.SubscriptionTerms;
import org.symbolon.events.user.UserKey;

/**
 * Commands as administrators send them, at random and with names from small pools, so that they meet what others made:
 * they change it, delete it, or are refused. Another command is another line.
 */
public final class RandomCommands extends RandomValues {

    private static final int MOST_RECENT = 20;
    private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");

    private final RandomLogIns logIns;
    private final RandomEffectCommands effects;
    private final List<Supplier<Object>> all;
    private final List<Integer> recent = new ArrayList<>();
    private int lastRealm = 1;
    private int answers;
    private final List<Supplier<Object>> lines = List.of(
            () -> new AddAdmin(name(), "hash", text()),
            () -> new ChangeAdminPassword(name(), "other hash"),
            () -> new ChangeAdminEmail(name(), text()),
            () -> new RemoveAdmin(name()),
            () -> new SaveCaConnector(name(), oneOf("local", "microsoft", "none"), entries("cakey")),
            () -> new DeleteCaConnector(name()),
            () -> new SaveFeed(name(), oneOf("webhook", "none"), feedOptions()),
            () -> new DeleteFeed(name()),
            () -> new StoreSettings(Map.of(name(), setting(), name() + ".x", setting())),
            () -> new DeleteSetting(name()),
            () -> new SaveEventHandler(numberOrNull(), handler(), options("motppin")),
            () -> new EnableEventHandler(number()),
            () -> new DisableEventHandler(number()),
            () -> new DeleteEventHandler(number()),
            () -> new IncreaseEventCounter(name(), oneOf("node1", "node2")),
            () -> new DecreaseEventCounter(name(), oneOf("node1", "node2"), random().nextBoolean()),
            () -> rarely(new ResetEventCounter(name(), oneOf("node1", "node2"))),
            () -> new DeleteStatistics(name(), oneOf(null, BEGIN), BEGIN.plusSeconds(number())),
            () -> new SaveMachineResolver(name(), oneOf("hosts", "hosts", "none"), entries("filename")),
            () -> new DeleteMachineResolver(name()),
            () -> new SavePeriodicTask(numberOrNull(), task()),
            () -> new EnablePeriodicTask(number()),
            () -> new DisablePeriodicTask(number()),
            () -> new RecordTaskRun(number(), oneOf("node1", "node2")),
            this::finishedRun,
            () -> new DeletePeriodicTask(number()),
            this::policy,
            () -> new EnablePolicy(name()),
            () -> new DisablePolicy(name()),
            () -> new DeletePolicy(name()),
            () -> new ImportPolicies(List.of(policy(), policy())),
            this::radiusClient,
            () -> new DeleteRadiusClient(name()),
            () -> new SaveRadiusServer(name(), text(), port(), Secret.of(text()), null, text(), 5, 3, flag()),
            () -> new DeleteRadiusServer(name()),
            () -> new SaveRealm(realm(), members()),
            () -> new ChangeDefaultRealm(realm()),
            ClearDefaultRealm::new,
            () -> rarely(new DeleteRealm(realm())),
            () -> new SaveRemoteServer(name(), oneOf("https://a", "https://b", ""), flag(), text()),
            () -> new DeleteRemoteServer(name()),
            () -> new SaveResolver(name(), "passwdresolver", options("BINDPW"), types("BINDPW"), Map.of()),
            () -> rarely(new DeleteResolver(name())),
            () -> new SaveServiceid(name(), textOrNull()),
            this::together,
            () -> new DeleteServiceid(name()),
            () -> new SaveSubscription(name(), subscription()),
            () -> new DeleteSubscription(name()),
            () -> new SetUserAttribute(user(), name(), text(), text()),
            () -> new DeleteUserAttribute(user(), name()),
            () -> new AttachToken(serial(), oneOf("ssh", "luks"), machine(), Map.of("user", text())),
            () -> new DetachToken(serial(), List.of(number())),
            () -> new ChangeMachineTokenOptions(serial(), List.of(number()), Map.of("user", text(), "slot", "")),
            () -> new SaveSmsGateway(name(), provider(), textOrNull(), options("PASSWORD"), options("Authorization")),
            () -> new RemoveSmsGatewayOption(number(), random().nextBoolean(), oneOf("PASSWORD", "plain", "none")),
            () -> new DeleteSmsGateway(name()),
            () -> new SaveSmtpServer(name(), text(), port(), text(), secretOrNull(), text(), flag(), text(), 9, flag()),
            () -> new SaveSmtpServer(
                    name(), text(), port(), text(), null, text(), flag(), text(), 9, flag(), signing()),
            () -> new LookAtSigner(name()),
            () -> new DeleteSmtpServer(name()),
            () -> new SaveTokengroup(name(), textOrNull()),
            () -> new DeleteTokengroup(name()),
            () -> rarely(new RotateAudit(random().nextInt(answers + 1))),
            this::answer);

    /**
     * Makes it.
     *
     * @param cachedLogins which log-ins are cached now, in some fixed order
     * @param planned plans an effect and answers its id
     */
    public RandomCommands(SplittableRandom random, Supplier<List<Long>> cachedLogins, Supplier<String> planned) {
        super(random);
        this.logIns = new RandomLogIns(random, cachedLogins);
        RandomTokenCommands tokens = new RandomTokenCommands(random, this::next);
        this.effects = new RandomEffectCommands(random, planned);
        this.all = Stream.of(lines, tokens.lines(), logIns.lines(), effects.lines())
                .flatMap(List::stream)
                .toList();
    }

    public Object next() {
        return all.get(random().nextInt(all.size())).get();
    }

    /** What came of a command: things that get a number are known by it. */
    public void cameOf(Object command, Object result) {
        logIns.cameOf(command, result);
        effects.cameOf(command, result);
        if (command instanceof RecordRequest) {
            answers++;
        }
        if (command instanceof ChangeDefaultRealm) {
            lastRealm = (Integer) result;
        }
        if (command instanceof SaveEventHandler
                || command instanceof AttachToken
                || command instanceof SavePeriodicTask
                || command instanceof SaveSmsGateway) {
            recent.add((Integer) result);
            recent.subList(0, Math.max(0, recent.size() - MOST_RECENT)).clear();
        }
    }

    /** What takes much else with it must not come as often as all else. */
    private Object rarely(Object command) {
        return random().nextInt(3) == 0 ? command : next();
    }

    /** One that something got lately, or may have got once. */
    private int number() {
        return recent.isEmpty() || random().nextInt(8) == 0
                ? 1 + random().nextInt(MOST_RECENT)
                : recent.get(random().nextInt(recent.size()));
    }

    private Integer numberOrNull() {
        return random().nextInt(3) == 0 ? null : Integer.valueOf(number());
    }

    private MachineAddress machine() {
        return oneOf(null, new MachineAddress(name(), "host" + random().nextInt(3)));
    }

    private UserKey user() {
        return new UserKey(lastRealm, name(), "100" + random().nextInt(3));
    }

    private SubscriptionTerms subscription() {
        SubscriptionParty party = new SubscriptionParty(text(), textOrNull(), text(), text(), null);
        return new SubscriptionTerms(
                party, textOrNull(), party, null, null, port(), oneOf(1, null), null, textOrNull(), "s");
    }

    private SaveRadiusClient radiusClient() {
        return new SaveRadiusClient(
                name(),
                oneOf("10.0.0.1", "10.0.0.0/8, 192.0.2.1", "here"),
                oneOf(RadiusTransport.UDP, RadiusTransport.UDP, null),
                oneOf(Secret.of("a long " + text()), null),
                null,
                textOrNull(),
                flag(),
                textOrNull(),
                flag(),
                textOrNull());
    }

    private StoreSettings.NewSetting setting() {
        return new StoreSettings.NewSetting(Secret.of(text()), oneOf("password", "public", null), textOrNull());
    }

    private HandlerDefinition handler() {
        return new HandlerDefinition(
                text(),
                random().nextBoolean(),
                oneOf(List.of("auth"), List.of("token_init", "auth"), List.of()),
                "Token",
                "enroll",
                oneOf("pre", "post"),
                random().nextInt(3),
                oneOf(Map.of(), Map.of("realm", "realm1"), Map.of("tokentype", "hotp", "realm", "realm2")));
    }

    private TaskDefinition task() {
        return new TaskDefinition(
                name(),
                random().nextBoolean(),
                random().nextBoolean(),
                oneOf("0 0 * * *", "@daily", "often"),
                oneOf(List.of("node1"), List.of("node1", "node2"), List.of("node2")),
                "SimpleStats",
                random().nextInt(3),
                oneOf(Map.of(), Map.of("total_tokens", "True")));
    }

    /** It is not fed: nobody listens there. */
    private GivenEntries feedOptions() {
        return new GivenEntries(
                Map.of(
                        "active", Secret.of("0"),
                        "url", Secret.of("https://" + name().toLowerCase(Locale.ROOT) + ".example.com/"),
                        "secret", Secret.of("a secret of a feed, long enough".replace(' ', '-')),
                        "description", Secret.of(text())),
                Map.of(),
                Map.of());
    }

    /** A realm, often with the resolver that is made before it, or without the one that goes behind it. */
    private Object together() {
        String name = name();
        Object resolver = new SaveResolver(name, "passwdresolver", options("BINDPW"), types("BINDPW"), Map.of());
        Object realm = new SaveRealm(realm(), List.of(new RealmMember(name, null)));
        return new DoTogether(Stream.of(resolver, realm, policy(), oneOf(policy(), new DeleteResolver(name())))
                .map(command -> new DoTogether.Step("random", command, result -> {}, result -> null))
                .toList());
    }

    private Object finishedRun() {
        FinishTaskRun.CounterReading reading =
                oneOf(null, new FinishTaskRun.CounterReading(name(), name(), random().nextBoolean()));
        return new FinishTaskRun(
                number(),
                oneOf("node1", "node2"),
                oneOf(null, BEGIN),
                BEGIN.plusSeconds(random().nextInt(1_000_000)),
                Map.of(name(), (long) port()),
                reading);
    }

    private SignerChange signing() {
        return random().nextBoolean()
                ? SignerChange.NONE
                : new SignerChange(new MailSigner("PEM", Secret.of(text()), random().nextBoolean()));
    }

    private SavePolicy policy() {
        SavePolicy.Further none = SavePolicy.Further.none();
        SavePolicy.Further conditions = new SavePolicy.Further(
                Optional.of(List.of("super")),
                none.adminUsers(),
                Optional.of(List.of(name())),
                none.nodes(),
                Optional.of(List.of("alice")),
                Optional.of(List.of("10.0.0.0/8")),
                none.time(),
                Optional.of(
                        List.of(new PolicyCondition("userinfo", name(), "equals", text(), random().nextBoolean()))));
        return new SavePolicy(
                name(),
                random().nextBoolean(),
                random().nextBoolean(),
                random().nextInt(0, 5),
                oneOf("user", "admin", "authentication"),
                List.of(new PolicyAction("enable", null), new PolicyAction("otppin", oneOf("none", "tokenpin"))),
                List.of(realm()),
                oneOf(none, conditions));
    }

    private List<RealmMember> members() {
        List<RealmMember> members = new ArrayList<>();
        for (int count = random().nextInt(4); count > 0; count--) {
            members.add(new RealmMember(name(), oneOf(null, 1, 2)));
        }
        return members;
    }

    private String provider() {
        return oneOf(
                "edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider",
                "edumfa.lib.smsprovider.ScriptSMSProvider.ScriptSMSProvider",
                "none");
    }

    /** An answer to record: what ends every request, and what the trailing read models wait for. */
    public Object answer() {
        return new RecordRequest(answered());
    }

    private RequestAnswered answered() {
        return new RequestAnswered(
                oneOf("GET /token/", "POST /validate/check"),
                random().nextBoolean(),
                oneOf(serial(), null),
                oneOf("hotp", null),
                textOrNull(),
                oneOf(realm(), null),
                oneOf(name(), null),
                oneOf("admin", null),
                textOrNull(),
                textOrNull(),
                textOrNull(),
                BEGIN.plusMillis(random().nextInt(1_000_000)),
                Duration.ofMillis(random().nextInt(500)),
                "thread");
    }
}
