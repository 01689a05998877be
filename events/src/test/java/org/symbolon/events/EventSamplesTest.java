package org.symbolon.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenEnabled;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stream is read for ever, so the JSON of an event may not change unnoticed. A stored sample of every event and
 * revision must read as it was written; whoever changes an event raises its revision, keeps the old sample, and brings
 * an upcaster that makes the new form of it.
 */
class EventSamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Map<String, Class<?>> EVENTS = EventFamilies.byName();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    /** As the store writes: fields count, questions such as {@code isSecret()} do not, and empty ones are left out. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

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
    void everyRevisionButTheNewestHasAnUpcaster() {
        EVENTS.forEach((name, event) -> assertThat(EventUpcasters.newest(name))
                .as("the upcasters of %s reach its newest revision", name)
                .isEqualTo(revisionOf(event)));
        assertThat(EVENTS.keySet()).containsAll(EventUpcasters.changedEvents());
    }

    static Stream<String> changedNames() {
        return EventUpcasters.changedEvents().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("changedNames")
    void anOlderSampleReadsAsTheNewestRevisionSaysIt(String name) throws IOException {
        for (int revision = 1; revision < revisionOf(EVENTS.get(name)); revision++) {
            Map<String, Object> stored = JSON.readValue(Files.readString(sampleOf(name, revision)), OBJECT);

            Map<String, Object> upcast = EventUpcasters.upcast(name, revision, stored);

            Object event = JSON.convertValue(upcast, EVENTS.get(name));
            assertThat(JSON.readTree(write(event)))
                    .as("what is made of %s %d is what its record says", name, revision)
                    .isEqualTo(JSON.readTree(JSON.writeValueAsString(upcast)));
        }
    }

    @Test
    void anEntryThatIsToBeRemovedIsStoredAsNull() {
        String json = write(new OtpAccepted("A", 1, 2, 1, StateChange.NONE.without("otp1c")));

        assertThat(json).contains("\"entries\":{\"otp1c\":null}").doesNotContain("counter");
    }

    @Test
    void fieldsOfLaterRevisionsAreIgnored() {
        assertThat(read("TokenEnabled", "{\"serial\":\"A\",\"tokenId\":1,\"fromTheFuture\":true}"))
                .isEqualTo(new TokenEnabled("A", 1));
    }

    private static Path sampleOf(String name) {
        return sampleOf(name, revisionOf(EVENTS.get(name)));
    }

    private static Path sampleOf(String name, int revision) {
        return SAMPLES.resolve(name + "." + revision + ".json");
    }

    private static int revisionOf(Class<?> event) {
        return Integer.parseInt(event.getAnnotation(Revision.class).value());
    }

    private static Object read(String name, String json) {
        return JSON.readValue(json, EVENTS.get(name));
    }

    private static String write(Object event) {
        return JSON.writeValueAsString(event);
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
