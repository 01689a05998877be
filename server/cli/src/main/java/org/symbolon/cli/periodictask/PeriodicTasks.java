package org.symbolon.cli.periodictask;

import java.util.List;
import java.util.Map;
import org.symbolon.cli.kernel.CommandFailedException;

/** What the command line may do with periodic tasks: see them, and run them as this node. */
public interface PeriodicTasks {

    /** All of them, in the order of their turns. */
    List<Task> list();

    /** Those of this node that are due now, in the order of their turns. */
    List<String> due();

    /** Runs those of this node that are due; one that fails keeps none of the others from running. */
    List<Run> runDue();

    /**
     * Runs the task of this name, whether it is active, due and this node's or not.
     *
     * @throws CommandFailedException if there is none
     */
    Run runNow(String name);

    /** A task as it is defined. */
    record Task(
            int id,
            String name,
            boolean active,
            String interval,
            String module,
            List<String> nodes,
            Map<String, String> options) {}

    /**
     * A run that is over.
     *
     * @param failure why it failed, empty if it did not
     */
    record Run(String name, String failure) {

        public boolean failed() {
            return !failure.isEmpty();
        }
    }
}
