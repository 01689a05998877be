package org.symbolon.store.eventstore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifies events by UUIDs of version 7 (RFC 9562, section 5.7): milliseconds first, then 74 random bits. What is written now stands
 * together in the unique indexes of {@code domain_event}, so that an event of today needs no page of years ago. Axon finds this class by
 * {@code META-INF/services}.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
