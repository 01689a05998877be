package org.symbolon.reactions.periodictask;

import java.util.Map;
import org.symbolon.command.periodictask.FinishTaskRun.CounterReading;

/** What the periodic tasks of one module do. It only finds out; what it has found is put down together with the run. */
public interface TaskWork {

    /** The name of the module. */
    String module();

    /** Does the work as these options say; any exception is a failed run. */
    Result run(Map<String, String> options);

    /**
     * What is to be put down.
     *
     * @param figures figures by the keys of the statistics
     * @param reading a counter to read, null for none
     */
    record Result(Map<String, Long> figures, CounterReading reading) {}
}
