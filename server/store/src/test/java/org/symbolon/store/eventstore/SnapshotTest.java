package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.admin.Admin;
import org.symbolon.command.auth.LoginTally;
import org.symbolon.command.auth.RevokedLogin;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.eventhandler.EventHandler;
import org.symbolon.command.periodictask.PeriodicTask;
import org.symbolon.command.periodictask.TaskName;
import org.symbolon.command.realm.Realm;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.smtpserver.SmtpServer;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.UniqueValue;
import org.symbolon.command.user.PasswordReset;
import org.symbolon.command.user.UserAttributes;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.events.auth.LogInCounted;
import org.symbolon.events.auth.LoginRevoked;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengeProlonged;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.eventhandler.EventHandlerDefined;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.periodictask.PeriodicTaskDefined;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.events.periodictask.TaskNameTaken;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.resolver.ResolverCreated;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.smtpserver.SmtpServerCreated;
import org.symbolon.events.smtpserver.SmtpSettings;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.UniqueValueTaken;
import org.symbolon.events.token.UserPinChanged;
import org.symbolon.events.user.RecoveryCodeIssued;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.events.user.UserKey;

/**
 * A snapshot stands for the events before it, so it must bring back all that they made of an aggregate. One that cannot
 * be read is worse than none: Axon does not fall back on the events, and the aggregate cannot be loaded any more.
 */
class SnapshotTest {

    private static final Sealed SECRET = new Sealed("key", "box");

    private final NamedEventSerializer serializer = NamedEventSerializer.of(Map.of());

    record Life(Class<?> aggregate, List<Object> facts) {}

    static Stream<Life> lives() {
        return Stream.of(
                new Life(Admin.class, List.of(new AdminAdded("root", "hash", ""))),
                new Life(
                        SystemConfig.class,
                        List.of(
                                new SettingStored("open", ConfigEntry.plain("1")),
                                new SettingStored("smtp", new ConfigEntry(null, SECRET, "password", "")),
                                new DefaultRealmChanged("realm1"))),
                new Life(
                        EventHandler.class,
                        List.of(new EventHandlerDefined(
                                4,
                                new HandlerDefinition(
                                        "n", true, List.of("auth"), "Token", "enroll", "post", 1, Map.of("realm", "r")),
                                Map.of("motppin", new ConfigEntry(null, SECRET, "password", ""))))),
                new Life(
                        PeriodicTask.class,
                        List.of(new PeriodicTaskDefined(
                                5,
                                new TaskDefinition(
                                        "t", true, true, "@daily", List.of("n"), "SimpleStats", 0, Map.of())))),
                new Life(
                        ChallengeTransaction.class,
                        List.of(
                                new ChallengesBegun(
                                        "tx",
                                        List.of(
                                                new BegunChallenge("A", 1, "nonce", "data", SECRET, "step", 120),
                                                new BegunChallenge("B", 2, "", "", null, "", 60),
                                                new BegunChallenge("", null, "", "", null, "", 60))),
                                new ChallengeAnswered("tx", "A"),
                                new ChallengeDeclined("tx", "B"),
                                new ChallengeProlonged("tx", "A", Instant.parse("2026-11-24T13:00:00Z")),
                                new ChallengesEnded("tx", List.of("")))),
                new Life(
                        LoginTally.class,
                        List.of(
                                new LogInCounted("a", "r", Instant.EPOCH, true, 2, Instant.EPOCH),
                                new LogInCounted("a", "r", Instant.EPOCH, false, 2, Instant.EPOCH))),
                new Life(RevokedLogin.class, List.of(new LoginRevoked("nonce", Instant.EPOCH))),
                new Life(TaskName.class, List.of(new TaskNameTaken("t", 5))),
                new Life(UniqueValue.class, List.of(new UniqueValueTaken("webauthn", "00", "A", 5))),
                new Life(
                        UserAttributes.class,
                        List.of(
                                new UserAttributeSet(new UserKey(3, "passwd", "1000"), 7, "hair", "red", ""),
                                new UserAttributeSet(new UserKey(3, "passwd", "1000"), 8, "shoe", "42", ""))),
                new Life(
                        PasswordReset.class,
                        List.of(new RecoveryCodeIssued(9, "hash", "emma", "realm1", "", null, Instant.EPOCH))),
                new Life(Realm.class, List.of(new RealmCreated("realm1", 3, List.of(new RealmMember("passwd", null))))),
                new Life(
                        Resolver.class,
                        List.of(new ResolverCreated(
                                "r1", 2, "passwdresolver", Map.of("fileName", ConfigEntry.plain("/etc/passwd"))))),
                new Life(
                        SmtpServer.class,
                        List.of(new SmtpServerCreated(
                                "mail", 3, new SmtpSettings("host", 25, "", SECRET, "", true, "", 10, false)))),
                new Life(
                        Token.class,
                        List.of(
                                enrolled(),
                                new TokenDisabled("A", 1),
                                new UserPinChanged("A", 1, SECRET),
                                new OtpAccepted("A", 1, 5, 4, StateChange.of(77L, Map.of("otp1c", "9"))),
                                new OtpRejected("A", 1, Reason.WRONG_OTP, 10, 6, StateChange.NONE),
                                new FailLimitReached("A", 1))));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aSnapshotBringsBackTheWholeAggregate(Life life) {
        Object lived = live(life.aggregate(), life.facts());

        Object restored = serializer.deserialize(serializer.serialize(lived, String.class));

        assertThat(restored).usingRecursiveComparison().isEqualTo(lived);
    }

    private static <T> Object live(Class<T> aggregate, List<Object> facts) {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        for (int i = 0; i < facts.size(); i++) {
            store.publish(new GenericDomainEventMessage<>("given", "id", i, facts.get(i)));
        }
        EventSourcingRepository<T> repository =
                EventSourcingRepository.builder(aggregate).eventStore(store).build();
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            return repository.load("id").getWrappedAggregate().getAggregateRoot();
        } finally {
            work.rollback();
        }
    }

    private static TokenEnrolled enrolled() {
        Map<String, String> info = new HashMap<>(Map.of("colour", "red"));
        return new TokenEnrolled(
                "A",
                1,
                "hotp",
                8,
                SECRET,
                new Pin.Hashed("hash"),
                "mine",
                10,
                11,
                1200,
                "verify",
                true,
                TypeState.of(0L, Map.of("hashlib", "sha1", "pubKey", SECRET)),
                info,
                new TokenOwner("passwd", "1001", "realm1"),
                List.of("realm1", "realm2"));
    }
}
