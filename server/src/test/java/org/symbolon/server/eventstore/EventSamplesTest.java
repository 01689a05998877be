package org.symbolon.server.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenEnabled;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stream is read for ever, so the JSON of an event may not change unnoticed. A stored sample of every event and
 * revision must read as it was written; whoever changes an event raises its revision, keeps the old sample, and brings
 * an upcaster that makes the new form of it.
 */
class EventSamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Map<String, Class<?>> EVENTS = EventFamilies.byName();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedEventSerializer serializer = NamedEventSerializer.of(EVENTS);

    static Stream<String> names() {
        return EVENTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEventReadsAndWritesItsSample(String name) throws IOException {
        String sample = Files.readString(sampleOf(name));

        assertThat(JSON.readTree(write(read(name, sample))))
                .as("the JSON of %s has changed: it needs a new revision, a sample of that, and an upcaster", name)
                .isEqualTo(JSON.readTree(sample));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSampleLeavesNoFieldOut(String name) throws ReflectiveOperationException, IOException {
        Object event = read(name, Files.readString(sampleOf(name)));

        for (RecordComponent field : event.getClass().getRecordComponents()) {
            assertThat(valueOf(field, event))
                    .as("the sample of %s has %s", name, field.getName())
                    .isNotNull();
        }
    }

    @Test
    void everyFieldOfEveryValueTypeIsInSomeSample() throws ReflectiveOperationException, IOException {
        Set<String> seen = new TreeSet<>();
        Set<String> existing = new TreeSet<>();
        for (String name : EVENTS.keySet()) {
            visit(read(name, Files.readString(sampleOf(name))), existing, seen);
        }

        assertThat(seen).isEqualTo(existing);
    }

    @Test
    void everyRevisionHasASampleAndEverySampleAnEvent() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            Set<String> samples = new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
            Set<String> wanted = new TreeSet<>();
            EVENTS.forEach((name, event) -> {
                for (int revision = 1; revision <= revisionOf(event); revision++) {
                    wanted.add(name + "." + revision + ".json");
                }
            });

            assertThat(samples).isEqualTo(wanted);
        }
    }

    @Test
    void everyEventIsStillInItsFirstRevisionOrThisTestLearnsToReadTheOlderOnes() {
        assertThat(EVENTS.values())
                .as("read the older samples through the server's upcasters in this test")
                .allMatch(event -> revisionOf(event) == 1);
    }

    @Test
    void anEntryThatIsToBeRemovedIsStoredAsNull() {
        String json = write(new OtpAccepted("A", 1, null, 2, 1, Collections.singletonMap("otp1c", null)));

        assertThat(json).contains("\"learned\":{\"otp1c\":null}").doesNotContain("counter");
    }

    @Test
    void aSealedPinStandsWhereAHashStands() {
        String stored = "@@AAECAwQFBgcICQoLDA0ODw:c2VhbGVk";
        String json = "{\"serial\":\"A\",\"tokenId\":1,\"pinHash\":\"" + stored + "\"}";

        assertThat(read("PinChanged", json)).isEqualTo(new PinChanged("A", 1, stored));
        assertThat(write(new PinChanged("A", 1, stored))).isEqualTo(json);
    }

    @Test
    void fieldsOfLaterRevisionsAreIgnored() {
        assertThat(read("TokenEnabled", "{\"serial\":\"A\",\"tokenId\":1,\"fromTheFuture\":true}"))
                .isEqualTo(new TokenEnabled("A", 1));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEventIsStoredUnderItsNameAndRevision(String name) {
        assertThat(serializer.typeForClass(EVENTS.get(name)))
                .isEqualTo(new SimpleSerializedType(name, Integer.toString(revisionOf(EVENTS.get(name)))));
    }

    private static Path sampleOf(String name) {
        return SAMPLES.resolve(name + "." + revisionOf(EVENTS.get(name)) + ".json");
    }

    private static int revisionOf(Class<?> event) {
        return Integer.parseInt(event.getAnnotation(Revision.class).value());
    }

    private Object read(String name, String json) {
        String revision = Integer.toString(revisionOf(EVENTS.get(name)));
        return serializer.deserialize(
                new SimpleSerializedObject<>(json, String.class, new SimpleSerializedType(name, revision)));
    }

    private String write(Object event) {
        return serializer.serialize(event, String.class).getData();
    }

    private static void visit(Object value, Set<String> existing, Set<String> seen)
            throws ReflectiveOperationException {
        if (value instanceof Collection<?> elements) {
            for (Object element : elements) {
                visit(element, existing, seen);
            }
        } else if (value instanceof Map<?, ?> entries) {
            visit(new ArrayList<>(entries.values()), existing, seen);
        } else if (value instanceof Record holder) {
            for (RecordComponent field : holder.getClass().getRecordComponents()) {
                String name = holder.getClass().getSimpleName() + "." + field.getName();
                existing.add(name);
                Object content = valueOf(field, holder);
                if (content != null) {
                    seen.add(name);
                    visit(content, existing, seen);
                }
            }
        }
    }

    private static Object valueOf(RecordComponent field, Object holder) throws ReflectiveOperationException {
        return field.getAccessor().invoke(holder);
    }
}
