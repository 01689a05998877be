package org.symbolon.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

class EventVocabularyTest {

    private static final Pattern SECRET = Pattern.compile("(?i).*(pin|password|passphrase|secret|seed|otp).*");

    static Stream<Class<?>> events() {
        return EventFamilies.byName().values().stream();
    }

    @Test
    void noTwoEventsShareAName() {
        Map<String, String> classesByName = new HashMap<>();
        for (JavaClass event : named()) {
            String name = event.getAnnotationOfType(EventName.class).value();
            assertThat(classesByName.put(name, event.getName()))
                    .as("who else is called %s", name)
                    .isNull();
        }
    }

    @Test
    void everyEventBelongsToAFamily() {
        Set<String> belonging = new HashSet<>();
        events().forEach(event -> belonging.add(event.getName()));

        assertThat(named()).extracting(JavaClass::getName).containsExactlyInAnyOrderElementsOf(belonging);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsARecordWithNameAndRevisionInASealedFamily(Class<?> event) {
        assertThat(event.isRecord()).isTrue();
        assertThat(event.getAnnotation(EventName.class).value()).matches("[A-Z][A-Za-z]+");
        assertThat(event.getAnnotation(Revision.class).value()).matches("[1-9]\\d*");
        assertThat(event.getInterfaces()).filteredOn(Class::isSealed).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aTextThatSoundsSecretIsSealedOrAHash(Class<?> event) {
        for (RecordComponent field : event.getRecordComponents()) {
            assertThat(isSafe(field))
                    .as("%s.%s is sealed or a hash", event.getSimpleName(), field.getName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void nothingThatIsSecretInMemoryIsInAnEvent(Class<?> event) {
        assertThat(event.getRecordComponents())
                .extracting(RecordComponent::getType)
                .doesNotContain(Secret.class);
    }

    private static boolean isSafe(RecordComponent field) {
        return field.getType().isPrimitive()
                || field.getType() == Sealed.class
                || field.getType() == Pin.class
                || field.getName().endsWith("Hash")
                || !SECRET.matcher(field.getName()).matches();
    }

    private static Iterable<JavaClass> named() {
        return new ClassFileImporter()
                .importPackages("org.symbolon.events").stream()
                        .filter(type -> type.isAnnotatedWith(EventName.class))
                        .toList();
    }
}
