package org.symbolon.cli.projections;

import java.time.Duration;
import java.util.List;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;

/** What the command line may do with the read models: look at them, and make them anew from the events. */
public interface ReadModels {
    /** The names of all of them. */
    List<String> names();

    List<Status> list();

    /**
     * Rebuilds the models with these names, all of them when none is given.
     *
     * <p>A rebuild that cannot be made (because another is running) throws a {@link CommandFailedException}.
     */
    Outcome rebuild(List<String> names, Progress progress);

    /** Rebuilds all models and tells whether they came out as they were; nothing may happen meanwhile. */
    Comparison rebuildAndCompare(Progress progress);

    /**
     * A read model.
     *
     * @param kind how it is kept up to date, in words
     * @param position how far into the stream it has come
     * @param lag how many events it still has to see
     */
    record Status(String name, String kind, long position, long lag, List<Table> tables) {}

    /** A table, and how many rows it has: roughly, when counting them would take long. */
    record Table(String name, long rows, boolean estimated) {}

    /**
     * What a rebuild did.
     *
     * @param models those that were rebuilt: the ones asked for and those that refer to them
     * @param writersWaited how long new events were held up
     * @param unreadable the events that the models lack since those cannot be read, a line for each
     */
    record Outcome(
            List<String> models, long events, Duration duration, Duration writersWaited, List<String> unreadable) {}

    /**
     * What the tables were before and after a rebuild.
     *
     * @param before a line for each table with the number of its rows and a digest of them
     * @param after the same after the rebuild
     */
    record Comparison(Outcome outcome, List<String> before, List<String> after) {}
}
