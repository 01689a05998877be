package org.symbolon.command.periodictask;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.periodictask.PeriodicTaskDefined;
import org.symbolon.events.periodictask.PeriodicTaskDeleted;
import org.symbolon.events.periodictask.PeriodicTaskDisabled;
import org.symbolon.events.periodictask.PeriodicTaskEnabled;
import org.symbolon.events.periodictask.PeriodicTaskRan;
import org.symbolon.events.periodictask.PeriodicTaskRedefined;
import org.symbolon.events.periodictask.TaskDefinition;

/** What is to be done again and again. Its number is its identity, so that it can be given another name. */
@Revision("2")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class PeriodicTask {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private int taskId;
    private String name;
    private boolean present;
    private final Map<String, Instant> lastRuns = new TreeMap<>();

    /** The identifier under which the events of a periodic task are stored. */
    public static String idOf(int taskId) {
        return "periodictask/" + taskId;
    }

    void define(int number, TaskDefinition definition) {
        apply(new PeriodicTaskDefined(number, definition));
    }

    void redefine(TaskDefinition definition) {
        apply(new PeriodicTaskRedefined(taskId, definition));
    }

    /** Also when it is on already: the time until it is due counts anew. */
    void enable() {
        apply(new PeriodicTaskEnabled(taskId));
    }

    void disable() {
        apply(new PeriodicTaskDisabled(taskId));
    }

    void ran(String node) {
        apply(new PeriodicTaskRan(taskId, node));
    }

    void delete() {
        apply(new PeriodicTaskDeleted(taskId));
    }

    /** No finer than the store keeps the times of events: in memory they are. */
    boolean hasRunSince(String node, Instant due) {
        Instant last = lastRuns.get(node);
        return last != null && !last.isBefore(due.truncatedTo(ChronoUnit.MILLIS));
    }

    boolean present() {
        return present;
    }

    String name() {
        return name;
    }

    @EventSourcingHandler
    void on(PeriodicTaskDefined event) {
        id = idOf(event.taskId());
        taskId = event.taskId();
        name = event.definition().name();
        present = true;
    }

    @EventSourcingHandler
    void on(PeriodicTaskRedefined event) {
        name = event.definition().name();
        lastRuns.keySet().retainAll(event.definition().nodes());
    }

    @EventSourcingHandler
    void on(PeriodicTaskRan event, @Timestamp Instant time) {
        lastRuns.put(event.node(), time.truncatedTo(ChronoUnit.MILLIS));
    }

    @EventSourcingHandler
    void on(PeriodicTaskDeleted event) {
        present = false;
    }
}
