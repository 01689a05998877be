package org.symbolon.projections.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Lets a projector collect what events of one kind change that follow each other, and write it once before an event of
 * another kind is projected. Only a {@link ProjectedBatch} lets it collect; everywhere else each event is written at once.
 */
public final class ConsecutiveEvents {

    private static final String RESOURCE = ConsecutiveEvents.class.getName();

    private final Map<String, Collected<?>> collected = new LinkedHashMap<>();
    private Class<?> kind;

    private ConsecutiveEvents() {}

    static ConsecutiveEvents in(UnitOfWork<?> unitOfWork) {
        return unitOfWork.getOrComputeResource(RESOURCE, key -> new ConsecutiveEvents());
    }

    /**
     * Adds what an event changes to what was collected of those right before it.
     *
     * @param name tells the collections of different projectors apart
     * @param create makes an empty collection when the first of the events arrives
     * @param add adds this event to the collection
     * @param write writes the collection after the last of the events
     */
    public static <T> void add(String name, Supplier<T> create, Consumer<T> add, Consumer<T> write) {
        Optional<ConsecutiveEvents> run = CurrentUnitOfWork.map(unit -> unit.getResource(RESOURCE));
        T values = run.map(events -> events.collection(name, create, write)).orElseGet(create);
        add.accept(values);
        if (run.isEmpty()) {
            write.accept(values);
        }
    }

    /** Has written what the events before this one changed, unless this is one of their kind. */
    void meet(Class<?> nextKind) {
        if (nextKind != kind) {
            end();
            kind = nextKind;
        }
    }

    void end() {
        collected.values().forEach(Collected::write);
        collected.clear();
    }

    @SuppressWarnings("unchecked") // a name has values of one type
    private <T> T collection(String name, Supplier<T> create, Consumer<T> write) {
        Collected<?> found = collected.computeIfAbsent(name, key -> new Collected<>(create.get(), write));
        return (T) found.values();
    }

    private record Collected<T>(T values, Consumer<T> writer) {

        private void write() {
            writer.accept(values);
        }
    }
}
