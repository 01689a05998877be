package org.symbolon.store.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

class InvokerByTypeTest {

    /** Takes texts, and of these only those that are not empty. */
    private static final class Texts implements EventHandlerInvoker {

        private final List<Object> asked = new ArrayList<>();
        private final List<Object> handled = new ArrayList<>();
        private int askedOfTypes;

        @Override
        public boolean canHandle(EventMessage<?> event, Segment segment) {
            asked.add(event.getPayload());
            return !event.getPayload().equals("");
        }

        @Override
        public boolean canHandleType(Class<?> payload) {
            askedOfTypes++;
            return payload == String.class;
        }

        @Override
        public void handle(EventMessage<?> event, Segment segment) {
            handled.add(event.getPayload());
        }
    }

    private final Texts texts = new Texts();
    private final InvokerByType invoker = new InvokerByType(texts);

    private boolean canHandle(Object payload) {
        return invoker.canHandle(GenericEventMessage.asEventMessage(payload), Segment.ROOT_SEGMENT);
    }

    @Test
    void doesNotAskAboutATypeThatNobodyTakes() {
        assertThat(canHandle(1)).isFalse();
        assertThat(canHandle(2)).isFalse();
        assertThat(texts.asked).isEmpty();
        assertThat(texts.askedOfTypes).isEqualTo(1);
    }

    @Test
    void asksAboutEveryEventOfATypeThatIsTaken() {
        assertThat(canHandle("one")).isTrue();
        assertThat(canHandle("")).isFalse();
        assertThat(texts.asked).containsExactly("one", "");
    }

    @Test
    void handsEventsOn() throws Exception {
        invoker.handle(GenericEventMessage.asEventMessage("one"), Segment.ROOT_SEGMENT);
        assertThat(texts.handled).containsExactly("one");
    }
}
