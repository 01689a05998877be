package org.symbolon.server.cli;

import java.time.Duration;
import java.util.List;

/** What the command line may do with the audit: find out whether it is as it was written. */
public interface AuditTrail {
    Verdict verify(Progress progress);

    /**
     * The outcome of a verification.
     *
     * @param rows how many rows were found to be right before the first that is not
     * @param findings what is wrong, a sentence for each; none if the audit is whole
     */
    record Verdict(long rows, Duration duration, List<String> findings) {}
}
