package org.symbolon.command.periodictask;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.periodictask.TaskNameReleased;
import org.symbolon.events.periodictask.TaskNameTaken;

/**
 * A name of periodic tasks, and which of them has it. Tasks are known by their numbers, so their own identifiers do not
 * keep names apart. Whoever takes a name appends to this aggregate in the transaction that writes the task; of two that
 * do so at once, on whatever nodes, the event store's unique key (aggregate, sequence) refuses the second, which is
 * decided on again and then finds the name taken. No read model has a part in it.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class TaskName {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private Integer takenBy;

    /** The identifier under which the events of a name are stored. */
    public static String idOf(String name) {
        return "periodictaskname/" + name;
    }

    boolean isFree() {
        return takenBy == null;
    }

    void take(String name, int taskId) {
        apply(new TaskNameTaken(name, taskId));
    }

    void release(String name) {
        apply(new TaskNameReleased(name, takenBy));
    }

    @EventSourcingHandler
    void on(TaskNameTaken event) {
        id = idOf(event.name());
        takenBy = event.taskId();
    }

    @EventSourcingHandler
    void on(TaskNameReleased event) {
        takenBy = null;
    }
}
