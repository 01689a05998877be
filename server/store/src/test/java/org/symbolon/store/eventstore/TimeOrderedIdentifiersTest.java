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
    void eventsAreNamedByWhenTheyWereMade() {
        long before = System.currentTimeMillis();
        UUID name =
                UUID.fromString(GenericEventMessage.asEventMessage("anything").getIdentifier());
        long after = System.currentTimeMillis();

        assertThat(name.version()).isEqualTo(7);
        assertThat(name.variant()).isEqualTo(2);
        assertThat(name.getMostSignificantBits() >>> MILLISECONDS_AT).isBetween(before, after);
    }

    @Test
    void eventsOfOneMillisecondHaveNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            names.add(IdentifierFactory.getInstance().generateIdentifier());
        }

        assertThat(names).hasSize(100_000);
    }
}
