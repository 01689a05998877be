package org.symbolon.projections.audit;

import java.util.OptionalLong;

/**
 * The outcome of the verification of a part of the audit.
 *
 * @param first number of the first row of the part
 * @param last number of the last row that was found to be right, one before the first if none was
 * @param end number of the audit's last row
 */
public record AuditPart(long first, long last, long end, AuditVerdict verdict) {

    /** Where the next part begins; empty if this was the last, or something is wrong with this one. */
    public OptionalLong next() {
        return verdict.isWhole() && last < end ? OptionalLong.of(last + 1) : OptionalLong.empty();
    }
}
