package org.symbolon.cli.audit;

import java.time.Duration;
import java.util.function.Consumer;

/** What the command line may do with the rows of the audit: read them. */
public interface AuditLines {
    /**
     * Hands over one row after the other, the oldest first, each as a line of CSV with its end.
     *
     * @param age only those that are not older, null for all
     */
    void read(Duration age, Consumer<String> line);
}
