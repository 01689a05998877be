package org.symbolon.command.monitoring;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.monitoring.MonitoringEvent;
import org.symbolon.events.monitoring.StatisticRecorded;
import org.symbolon.events.monitoring.StatisticsDeleted;

/**
 * The figures under one key. They are not in it: it puts what is noted and deleted under the key into one order over all
 * nodes, so that the number of those that a deletion finds is right, and a rebuild finds the same.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Statistic {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    /** The identifier under which the events of a key are stored. */
    public static String idOf(String key) {
        return "monitoring/" + key;
    }

    void record(String key, Instant moment, int value) {
        apply(new StatisticRecorded(key, moment, value));
    }

    void delete(String key, Instant from, Instant to) {
        apply(new StatisticsDeleted(key, from, to));
    }

    @EventSourcingHandler
    void on(MonitoringEvent event) {
        id = idOf(event.key());
    }
}
