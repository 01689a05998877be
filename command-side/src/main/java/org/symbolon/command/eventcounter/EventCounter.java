package org.symbolon.command.eventcounter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.command.shared.Sha256;
import org.symbolon.events.eventcounter.EventCounterDecreased;
import org.symbolon.events.eventcounter.EventCounterIncreased;
import org.symbolon.events.eventcounter.EventCounterReset;

/** What one node has counted under a name. Each node has its own, so that nodes which count at once never wait or retry. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class EventCounter {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private int value;

    /** The identifier under which the events of a counter on a node are stored; the names of nodes are too long for it. */
    public static String idOf(String name, String node) {
        return "eventcounter/" + name + "/" + Sha256.hexOf(node);
    }

    /** One more, unless no column could hold it. */
    void increase(String name, String node) {
        apply(new EventCounterIncreased(name, node, (int) Math.min(Integer.MAX_VALUE, value + 1L)));
    }

    /** One less, unless no column could hold it. */
    void decrease(String name, String node) {
        apply(new EventCounterDecreased(name, node, (int) Math.max(Integer.MIN_VALUE, value - 1L)));
    }

    void reset(String name, String node) {
        apply(new EventCounterReset(name, node));
    }

    int value() {
        return value;
    }

    @EventSourcingHandler
    void on(EventCounterIncreased event) {
        id = idOf(event.name(), event.node());
        value = event.value();
    }

    @EventSourcingHandler
    void on(EventCounterDecreased event) {
        id = idOf(event.name(), event.node());
        value = event.value();
    }

    @EventSourcingHandler
    void on(EventCounterReset event) {
        id = idOf(event.name(), event.node());
        value = 0;
    }
}
