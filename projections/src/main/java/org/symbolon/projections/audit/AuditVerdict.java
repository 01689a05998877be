package org.symbolon.projections.audit;

import java.time.Duration;
import java.util.List;

/**
 * The outcome of a verification.
 *
 * @param rows how many rows were found to be right before the first that is not
 * @param findings the first wrong row and what is wrong with the head; none if the audit is whole
 */
public record AuditVerdict(long rows, List<AuditFinding> findings, Duration duration) {

    public boolean isWhole() {
        return findings.isEmpty();
    }
}
