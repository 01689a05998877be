package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.events.EventFamilies;
import tools.jackson.databind.json.JsonMapper;

/** What the store writes is what the samples of the events say. */
class NamedEventSerializerTest {

    private static final Path SAMPLES = Path.of("../../events/src/test/resources/samples");
    private static final Map<String, Class<?>> EVENTS = EventFamilies.byName();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedEventSerializer serializer = NamedEventSerializer.of(EVENTS);

    static Stream<String> names() {
        return EVENTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEventReadsAndWritesItsSampleUnderItsNameAndRevision(String name) throws IOException {
        String revision = EVENTS.get(name).getAnnotation(Revision.class).value();
        String sample = Files.readString(SAMPLES.resolve(name + "." + revision + ".json"));
        SimpleSerializedType type = new SimpleSerializedType(name, revision);

        Object event = serializer.deserialize(new SimpleSerializedObject<>(sample, String.class, type));

        assertThat(JSON.readTree(serializer.serialize(event, String.class).getData()))
                .isEqualTo(JSON.readTree(sample));
        assertThat(serializer.typeForClass(EVENTS.get(name))).isEqualTo(type);
    }
}
