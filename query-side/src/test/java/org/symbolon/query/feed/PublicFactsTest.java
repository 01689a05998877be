package org.symbolon.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.admin.AdminPasswordChanged;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.projections.shared.UnreadableEvent;
import org.symbolon.query.feed.PublicFields.Field;
import org.symbolon.query.feed.PublicFields.Manner;

/** What is told of each kind of event: about every field somebody has decided, and nothing that could be a secret is among what is told. */
class PublicFactsTest {

    private static final String MARK = "Hidden-4711";

    /** What can hold a secret, or what a token type keeps to itself. */
    private static final Set<Class<?>> CLOSED =
            Set.of(Sealed.class, Pin.class, ConfigEntry.class, TypeState.class, StateChange.class);

    static Collection<String> events() {
        return new TreeSet<>(EventFamilies.byName().keySet());
    }

    @Test
    void nothingIsSaidOfWhatIsNoEvent() {
        assertThat(PublicFields.all().keySet()).isSubsetOf(events());
    }

    @ParameterizedTest
    @MethodSource("events")
    void somebodyHasDecidedAboutEveryField(String name) {
        assertThat(PublicFields.all()).containsKey(name);
        assertThat(complaints(name, EventFamilies.byName().get(name), PublicFields.of(name)))
                .isEmpty();
    }

    private static List<String> complaints(String place, Class<?> type, PublicFields fields) {
        List<String> complaints = new ArrayList<>();
        Set<String> missing = new TreeSet<>(fields.fields().keySet());
        for (RecordComponent component : type.getRecordComponents()) {
            String name = place + "." + component.getName();
            Field field = fields.fields().get(component.getName());
            missing.remove(component.getName());
            if (field == null) {
                complaints.add("nobody has decided about " + name);
                continue;
            }
            Class<?> held = held(component.getGenericType());
            if (field.manner() == Manner.PARTS) {
                complaints.addAll(complaints(name, held, field.parts().orElseThrow()));
            } else if (field.manner() == Manner.WHOLE && (held.isRecord() || CLOSED.contains(held))) {
                complaints.add(name + " is told as a whole, which is not plain");
            } else if (field.manner() == Manner.WHOLE && Map.class.isAssignableFrom(component.getType())) {
                complaints.add(name + " is told with all that somebody may have written into it");
            }
        }
        missing.forEach(name -> complaints.add("there is no " + place + "." + name));
        return complaints;
    }

    /** Of a list what is in it. */
    private static Class<?> held(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return held(arguments[arguments.length - 1]);
        }
        return type instanceof Class<?> known ? known : Object.class;
    }

    /** In every text of every event that is not told stands the mark, and in every sealed one. */
    @ParameterizedTest
    @MethodSource("events")
    void whatIsNotToldIsNowhereInWhatIsTold(String name) throws Exception {
        Object event = filled(EventFamilies.byName().get(name), PublicFields.of(name), false);

        PublicFact fact = PublicFacts.of(7, new GenericEventMessage<>(event));

        assertThat(CloudEvent.json(fact, "urn:test")).doesNotContain(MARK).contains("\"org.symbolon." + name + "\"");
    }

    private static Object filled(Class<?> type, PublicFields fields, boolean hidden) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int index = 0; index < components.length; index++) {
            Field field = fields.fields().get(components[index].getName());
            boolean told = !hidden && field != null && field.manner() == Manner.WHOLE;
            PublicFields parts = field == null || field.parts().isEmpty()
                    ? new PublicFields(Map.of())
                    : field.parts().get();
            values[index] = value(components[index].getGenericType(), parts, told, hidden || field == null);
        }
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object value(Type type, PublicFields parts, boolean told, boolean hidden) throws Exception {
        String text = told ? "open" : MARK;
        Class<?> raw = type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
        if (raw == String.class || raw == Object.class) {
            return text;
        }
        if (raw == Sealed.class) {
            return new Sealed(MARK, MARK);
        }
        if (raw == Pin.class) {
            return new Pin.Kept(new Sealed(MARK, MARK));
        }
        if (raw == SortedMap.class) {
            return new TreeMap<>(Map.of("entry", MARK));
        }
        if (Map.class.isAssignableFrom(raw)) {
            Type held = ((ParameterizedType) type).getActualTypeArguments()[1];
            return new HashMap<>(Map.of("entry", value(held, parts, false, true)));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            Type held = ((ParameterizedType) type).getActualTypeArguments()[0];
            return List.of(value(held, parts, told, hidden));
        }
        return raw.isRecord() ? filled(raw, parts, hidden) : plain(raw);
    }

    private static Object plain(Class<?> raw) {
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(int.class, 1),
                        Map.entry(Integer.class, 1),
                        Map.entry(long.class, 1L),
                        Map.entry(Long.class, 1L),
                        Map.entry(boolean.class, true),
                        Map.entry(Boolean.class, true),
                        Map.entry(Instant.class, Instant.EPOCH),
                        Map.entry(Duration.class, Duration.ZERO),
                        Map.entry(LocalDate.class, LocalDate.EPOCH))
                .get(raw);
    }

    @Test
    void aFactHasItsNamePlaceSubjectAndOrigin() {
        PublicFact fact = PublicFacts.of(
                7,
                new GenericDomainEventMessage<>(
                                "Token",
                                "token/HOTP1",
                                3,
                                new TokenAssigned(
                                        "HOTP1", 4, new org.symbolon.events.shared.TokenOwner("users", "1000", "r1")))
                        .andMetaData(Map.of("actor", "admin", "actorRealm", "r0", "other", "x")));

        assertThat(fact.name()).isEqualTo("TokenAssigned");
        assertThat(fact.position()).isEqualTo(7);
        assertThat(fact.subject()).isEqualTo("token/HOTP1");
        assertThat(fact.origin()).isEqualTo(Map.of("actor", "admin", "actorRealm", "r0"));
        assertThat(fact.data())
                .isEqualTo(Map.of(
                        "serial",
                        "HOTP1",
                        "tokenId",
                        4,
                        "owner",
                        Map.of("resolver", "users", "userId", "1000", "realm", "r1")));
        assertThat(fact.realms()).containsExactly("r1");
        assertThat(fact.serials()).containsExactly("HOTP1");
        assertThat(CloudEvent.json(fact, "urn:test"))
                .startsWith("{\"specversion\":\"1.0\",\"id\":\"")
                .contains("\"type\":\"org.symbolon.TokenAssigned\"", "\"subject\":\"token/HOTP1\"")
                .contains("\"position\":\"7\"", "\"actorrealm\":\"r0\"")
                .doesNotContain("\n");
    }

    @Test
    void aTransactionIsKnownAgainAndNotTold() {
        PublicFact fact = PublicFacts.of(
                1,
                new GenericDomainEventMessage<>(
                        "Challenge", "challenge/0123456789", 1, new ChallengeAnswered("0123456789", "HOTP1")));

        assertThat(fact.subject()).matches("challenge/[0-9a-f]{16}");
        assertThat(fact.data().get("transactionId")).isEqualTo(fact.subject().substring("challenge/".length()));
        assertThat(CloudEvent.json(fact, "s")).doesNotContain("0123456789");
    }

    @Test
    void aTransactionIsNotToldByTheAuditEither() {
        RequestAnswered polled = new RequestAnswered(
                "GET /validate/polltransaction",
                true,
                "HOTP1",
                "",
                "",
                "",
                "",
                "",
                "transaction_id: 0123456789",
                "",
                "",
                Instant.EPOCH,
                Duration.ZERO,
                "thread");
        PublicFact answered = PublicFacts.of(
                1,
                new GenericDomainEventMessage<>(
                        "Challenge", "challenge/0123456789", 1, new ChallengeAnswered("0123456789", "HOTP1")));

        PublicFact fact = PublicFacts.of(1, new GenericEventMessage<>(polled));

        assertThat(fact.data().get("actionDetail"))
                .isEqualTo("transaction_id: " + answered.data().get("transactionId"));
        assertThat(CloudEvent.json(fact, "s")).doesNotContain("0123456789", "\"thread\"");
    }

    @Test
    void ofAnEventThatCannotBeReadIsToldWhichAndWhy() {
        UnreadableEvent unreadable =
                new UnreadableEvent(7, "id", "token/HOTP1", 3, "OtpAccepted", UnreadableEvent.Reason.CHANGED, "detail");

        PublicFact fact = PublicFacts.of(7, new GenericEventMessage<>(unreadable));

        assertThat(fact.name()).isEqualTo("UnreadableEvent");
        assertThat(fact.data()).isEqualTo(Map.of("event", "OtpAccepted", "reason", "CHANGED"));
    }

    @Test
    void aHashOfAPasswordIsNotTold() {
        PublicFact fact = PublicFacts.of(1, new GenericEventMessage<>(new AdminPasswordChanged("admin", MARK)));

        assertThat(fact.data()).isEqualTo(Map.of("username", "admin"));
    }
}
