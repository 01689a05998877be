package org.symbolon.projections.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.symbolon.events.audit.AuditRotated;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.CountWindowChanged;
import org.symbolon.events.token.CounterChanged;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailCounterRaised;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.ResynchronisationRefused;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.SyncWindowChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenGroupsReplaced;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TokenLeftGroup;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.events.token.UserPinChanged;

/** Makes endless streams of events that could have happened: tokens and policies come, are changed, go and come back. */
public final class RandomEvents {

    private static final List<String> REALMS = List.of("realm1", "realm2", "gone");
    private static final String KIND = "tokenkind";
    private static final List<String> KINDS = List.of("hardware", "software", "virtual");
    private static final List<String> KEYS =
            List.of("count_auth", "failcounter_exceeded", "last_auth", "serviceid", "colour", KIND);

    private final Random random;
    private final RandomMachineTokens machines;
    private final RandomPolicies policies;
    private final RandomHandlers handlers;
    private final RandomTasks tasks;
    private final RandomUsers users;
    private final RandomStatistics statistics;
    private final Map<String, Integer> living = new LinkedHashMap<>();
    private final List<BiFunction<String, Integer, Object>> changes = List.of(
            this::accepted,
            this::rejected,
            this::consumed,
            this::reenrolled,
            (serial, id) -> new TokenResynchronised(serial, id, StateChange.of((long) number(1000), learned())),
            ResynchronisationRefused::new,
            FailCounterReset::new,
            FailLimitReached::new,
            (serial, id) -> new FailCounterRaised(serial, id, number(10)),
            (serial, id) -> new ChallengeRequested(
                    serial,
                    id,
                    number(2) == 0 ? null : "Token is disabled",
                    number(2) == 0 ? StateChange.NONE : StateChange.of(learned())),
            (serial, id) -> new TokenAssigned(serial, id, owner()),
            TokenUnassigned::new,
            (serial, id) -> new TypeStateAdjusted(serial, id, StateChange.of(learned())),
            TokenEnabled::new,
            EnrolmentVerified::new,
            TokenDisabled::new,
            TokenRevoked::new,
            (serial, id) -> new PinChanged(serial, id, Pin.ofText((number(2) == 0 ? "hash" : "@@key:") + number(100))),
            (serial, id) -> new UserPinChanged(serial, id, seed()),
            (serial, id) -> new SecurityOfficerPinChanged(serial, id, seed()),
            (serial, id) -> new TokenDescribed(serial, id, "token " + number(100)),
            (serial, id) -> new CountWindowChanged(serial, id, number(100)),
            (serial, id) -> new SyncWindowChanged(serial, id, number(100)),
            (serial, id) -> new CounterChanged(serial, id, number(1000L)),
            (serial, id) -> new FailLimitChanged(serial, id, number(100)),
            (serial, id) -> new TokenInfoSet(serial, id, info()),
            (serial, id) -> new TokenInfoRemoved(serial, id, some(KEYS)),
            (serial, id) -> new TokenRealmsChanged(serial, id, some(REALMS)),
            (serial, id) -> new TokenJoinedGroup(serial, id, RandomDefinitions.GROUPS.get(number(3))),
            (serial, id) -> new TokenLeftGroup(serial, id, RandomDefinitions.GROUPS.get(number(3))),
            (serial, id) -> new TokenGroupsReplaced(serial, id, some(RandomDefinitions.GROUPS)));
    private final RandomDefinitions definitions;
    private final RandomChallenges challenges;
    private final RandomLogins logins;
    private final RandomEffects effects;
    private int lastId;
    private int answered;

    public RandomEvents(long seed) {
        this(seed, 1);
    }

    /** Events of tokens that are numbered from here on. */
    public RandomEvents(long seed, int firstTokenId) {
        random = new Random(seed);
        machines = new RandomMachineTokens(random);
        definitions = new RandomDefinitions(random);
        challenges = new RandomChallenges(random, living);
        logins = new RandomLogins(random);
        effects = new RandomEffects(random);
        policies = new RandomPolicies(random);
        handlers = new RandomHandlers(random);
        tasks = new RandomTasks(random);
        users = new RandomUsers(random);
        statistics = new RandomStatistics(random);
        lastId = firstTokenId - 1;
    }

    /** The next event. */
    public Object next() {
        if (number(8) == 0) {
            if (number(6) == 0) {
                return tracking();
            }
            return ++answered > 5 && number(12) == 0 ? rotated() : answered();
        }
        if (number(8) == 0) {
            return definitions.next();
        }
        if (number(10) == 0) {
            return policies.next();
        }
        if (number(10) == 0) {
            return number(2) == 0 ? handlers.next() : tasks.next();
        }
        if (number(12) == 0) {
            return number(3) == 0 ? logins.next() : challenges.next();
        }
        if (number(10) == 0) {
            return users.next();
        }
        if (number(10) == 0) {
            return statistics.next();
        }
        if (number(12) == 0) {
            return effects.next();
        }
        String serial = "HOTP" + number(12);
        Integer id = living.get(serial);
        if (id == null) {
            living.put(serial, ++lastId);
            return Facts.enrolled(
                    lastId,
                    serial,
                    number(2) == 0 ? null : owner(),
                    some(REALMS),
                    info(),
                    TypeState.of((long) number(3), learned()));
        }
        if (number(15) == 0) {
            living.remove(serial);
            return new TokenDeleted(serial, id);
        }
        if (number(6) == 0) {
            return machines.next(serial, id);
        }
        int kind = number(2) == 0 ? number(4) : number(changes.size());
        return changes.get(kind).apply(serial, id);
    }

    private Object accepted(String serial, int id) {
        return new OtpAccepted(
                serial,
                id,
                number(9),
                number(9),
                StateChange.of(number(5) == 0 ? null : Long.valueOf(number(1000)), learned()));
    }

    private Object rejected(String serial, int id) {
        OtpRejected.Reason reason = List.of(OtpRejected.Reason.values()).get(number(3));
        return new OtpRejected(serial, id, reason, number(10), number(9), StateChange.of(learned()));
    }

    private Object consumed(String serial, int id) {
        return new OtpConsumed(
                serial, id, null, StateChange.of(number(5) == 0 ? null : Long.valueOf(number(1000)), learned()));
    }

    private Object reenrolled(String serial, int id) {
        String text = number(2) == 0 ? null : "new" + number(100);
        TokenOwner owner = number(2) == 0 ? null : owner();
        return new TokenReenrolled(
                serial,
                id,
                8,
                seed(),
                text == null ? null : new Pin.Hashed(text),
                text,
                5,
                6,
                7,
                "",
                TypeState.of((long) number(5), learned()),
                info(),
                owner,
                some(REALMS));
    }

    private Object tracking() {
        return number(3) == 0
                ? new SettingDeleted("DisableClientTracking")
                : new SettingStored("DisableClientTracking", ConfigEntry.plain(number(3) == 0 ? "False" : "True"));
    }

    /** The newest rows stay; a number may be that of a row that is gone already. */
    private Object rotated() {
        answered--;
        return new AuditRotated(1 + number(answered - 3));
    }

    private Object answered() {
        return new RequestAnswered(
                "POST /validate/check",
                number(2) == 0,
                "HOTP" + number(12),
                "hotp",
                "user" + number(5),
                "realm1",
                "passwd",
                null,
                null,
                "info " + number(1000),
                "p1,p2",
                Instant.ofEpochSecond(number(1_000_000_000), number(1_000_000_000)),
                Duration.ofNanos(number(1_000_000_000)),
                "1");
    }

    /** What a type keeps is never named as what people write. */
    private Map<String, Object> learned() {
        Map<String, Object> learned = new HashMap<>();
        for (String key : some(List.of("timeShift", "otp1c", "dueDate", "hashlib", "pubKey"))) {
            Object value = key.equals("pubKey") ? seed() : Long.valueOf(number(1000));
            learned.put(key, number(3) == 0 ? null : value);
        }
        if (number(4) == 0) {
            learned.put("CA", "ca" + number(2));
            learned.put("certificate_serial", Integer.toString(number(30)));
            learned.put("certificate_valid_until", "2027-11-24T12:3" + number(10) + "+0000");
            learned.put("revocation_reason", number(2) == 0 ? "superseded" : null);
        }
        return learned;
    }

    private Map<String, String> info() {
        Map<String, String> info = new HashMap<>();
        some(KEYS).forEach(key -> info.put(key, Integer.toString(number(1000))));
        info.computeIfPresent(KIND, (key, any) -> KINDS.get(number(KINDS.size())));
        return info;
    }

    private TokenOwner owner() {
        return new TokenOwner("passwd", Integer.toString(1000 + number(3)), REALMS.get(number(REALMS.size())));
    }

    private Sealed seed() {
        return new Sealed("key-" + number(10), "box" + number(1000));
    }

    private <T> List<T> some(List<T> all) {
        List<T> chosen = new ArrayList<>();
        for (T one : all) {
            if (number(3) == 0) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    private int number(int bound) {
        return random.nextInt(bound);
    }

    private Long number(long bound) {
        return (long) random.nextInt(Math.toIntExact(bound));
    }
}
