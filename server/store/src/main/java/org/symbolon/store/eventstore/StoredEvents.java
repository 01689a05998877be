package org.symbolon.store.eventstore;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** The names of the event store's columns; the table itself is made by a migration. */
final class StoredEvents {

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event")
            .snapshotTable("snapshot_event")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .timestampColumn("time_stamp")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private StoredEvents() {}
}
