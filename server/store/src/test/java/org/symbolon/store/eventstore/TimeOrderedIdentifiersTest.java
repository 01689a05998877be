package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    private static final int MILLISECONDS_AT = 16;

    @Test
    void anEventsIdentifierBeginsWithWhenItWasMade() {
        long before = System.currentTimeMillis();
        UUID identifier =
                UUID.fromString(GenericEventMessage.asEventMessage("anything").getIdentifier());
        long after = System.currentTimeMillis();

        assertThat(identifier.version()).isEqualTo(7);
        assertThat(identifier.variant()).isEqualTo(2);
        assertThat(identifier.getMostSignificantBits() >>> MILLISECONDS_AT).isBetween(before, after);
    }

    @Test
    void eventsOfOneMillisecondHaveIdentifiersOfTheirOwn() {
        Set<String> identifiers = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            identifiers.add(IdentifierFactory.getInstance().generateIdentifier());
        }

        assertThat(identifiers).hasSize(100_000);
    }
}
