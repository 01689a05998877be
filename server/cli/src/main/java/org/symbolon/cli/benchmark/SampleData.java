package org.symbolon.cli.benchmark;

import java.time.Duration;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;

/** What the command line may do for those who measure: fill a server with made-up data. */
public interface SampleData {
    /**
     * Adds tokens and requests.
     *
     * <p>A server that holds other tokens than made-up ones is refused with a {@link CommandFailedException}.
     */
    Filled fill(long tokens, long requests, Progress progress);

    /**
     * What was done.
     *
     * @param events how many events were appended
     * @param appending how long that took, inline read models included
     * @param following how long the trailing read models took after that
     * @param tokens how many tokens there are now
     * @param auditRows how many rows the audit has now
     */
    record Filled(long events, Duration appending, Duration following, long tokens, long auditRows) {}
}
