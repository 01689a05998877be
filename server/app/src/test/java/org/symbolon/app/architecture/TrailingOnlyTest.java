package org.symbolon.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.app.architecture.Symbolon.CLASSES;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;
import org.symbolon.projections.token.TrailingOnly;

/** Facts of ordinary log-ins are committed as soon as they are appended: nobody may want to write more for them. */
class TrailingOnlyTest {

    private static final List<Class<?>> FACTS = List.of(OtpAccepted.class, OtpRejected.class, RequestAnswered.class);

    @Test
    void noProjectorHandlesThemInTheTransaction() {
        assertThat(inlineHandlers().filter(TrailingOnlyTest::takesOneOfTheFacts))
                .isEmpty();
    }

    @Test
    void whateverALogInTeachesTheTokenIsWrittenAfterwards() {
        StateChange change = StateChange.of(1L, Map.of("hashlib", "sha256"));
        assertThat(TrailingOnly.test(new OtpAccepted("S", 1, 1, 1, change))).isTrue();
        assertThat(TrailingOnly.test(new OtpRejected("S", 1, Reason.WRONG_OTP, 1, 1, change)))
                .isTrue();
        assertThat(TrailingOnly.test("anything else")).isFalse();
    }

    private static Stream<JavaMethod> inlineHandlers() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ProcessingGroup.class))
                .filter(type ->
                        !type.getAnnotationOfType(ProcessingGroup.class).value().equals("trailing"))
                .flatMap(type -> type.getAllMethods().stream())
                .filter(method -> method.isAnnotatedWith(EventHandler.class));
    }

    private static boolean takesOneOfTheFacts(JavaMethod handler) {
        Class<?> taken = handler.getRawParameterTypes().get(0).reflect();
        return FACTS.stream().anyMatch(taken::isAssignableFrom);
    }
}
