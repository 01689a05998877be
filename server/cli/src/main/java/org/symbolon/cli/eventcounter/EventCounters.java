package org.symbolon.cli.eventcounter;

import java.util.List;
import org.symbolon.cli.kernel.CommandFailedException;

/**
 * The counters that event handlers keep and read. A node counts on a row of its own; a counter's value is the sum over all
 * nodes.
 *
 * <p>A request that cannot be met throws a {@link CommandFailedException}.
 */
public interface EventCounters {

    /** By their names. */
    List<Counter> list();

    /** One more, on this node; a counter that is not there begins at zero. Answers the new value. */
    long increase(String name);

    /**
     * One less. Answers the new value.
     *
     * @param belowZero whether it may become less than zero; otherwise it stays zero
     */
    long decrease(String name, boolean belowZero);

    /** To zero, on all nodes. */
    void reset(String name);

    /** What all nodes together have counted under a name. */
    record Counter(String name, long value) {}
}
