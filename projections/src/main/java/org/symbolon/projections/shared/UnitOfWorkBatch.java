package org.symbolon.projections.shared;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets a projector collect what the events of one batch change, and write it once before the batch is committed. */
public final class UnitOfWorkBatch {

    private UnitOfWorkBatch() {}

    /**
     * What has been collected in the current unit of work.
     *
     * @param name tells the collections of different projectors apart
     * @param create makes an empty collection when the first event of a batch arrives
     * @param write writes the collection after the last event
     */
    public static <T> T current(String name, Supplier<T> create, Consumer<T> write) {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        return root.getOrComputeResource(name, key -> {
            T collected = create.get();
            root.onPrepareCommit(unit -> write.accept(collected));
            return collected;
        });
    }
}
